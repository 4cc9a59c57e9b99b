import { execFile, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
const ci = await readFile(join(ROOT, '.ci/run'), 'utf8');

/** Each line of the shell blocks. */
const commands = [...readme.matchAll(/```sh\n([^`]*)```/g)].flatMap(([, block]) =>
  block!.trim().split('\n'),
);

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'sheaf-readme-'));
});
afterAll(() => rm(work, { recursive: true }));

const npm = (...args: string[]) => run('npm', args, { cwd: ROOT });

/** Starts a command that serves until it is stopped, and waits for its last line, the address. */
function served(...args: string[]): Promise<string> {
  const child = spawn('npm', [...args, '--', '--port', '0'], { cwd: ROOT, detached: true });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (part: Buffer) => {
      printed += part.toString();
      const address = /^http:\/\/127\.0\.0\.1:\d+$/m.exec(printed)?.[0];
      if (address === undefined) return;
      fetch(address).then((response) => {
        // The whole group: npm, the program and what it started.
        process.kill(-child.pid!);
        resolve(`${response.status} ${printed.trimEnd().split('\n').at(-1)!}`);
      }, reject);
    });
    child.on('exit', () => {
      reject(new Error(`npm ${args.join(' ')} ended: ${printed}`));
    });
  });
}

/** How each command of the README is tried, in a folder of its own where it writes one. */
const trials: Record<string, () => Promise<void>> = {
  'npm ci && npm start': async () => {
    expect(ci).toMatch(/^npm ci\b/m);
    expect(await served('start')).toMatch(/^200 http:\/\/127\.0\.0\.1:\d+$/);
  },
  'npm ci && npm test': () => {
    expect(ci).toMatch(/^npm ci\b/m);
    expect(ci).toMatch(/^npm test$/m);
    return Promise.resolve();
  },
  'npm run build': async () => {
    await npm('run', 'build');
    expect(await readdir(join(ROOT, 'dist'))).toContain('index.html');
  },
  'npm run build -- --content content --out dist': async () => {
    await npm('run', 'build', '--', '--content', 'content', '--out', join(work, 'dist'));
    expect(await readdir(join(work, 'dist'))).toContain('index.html');
  },
  'npm run build -- --data-only --out dist-data': async () => {
    await npm('run', 'build', '--', '--data-only', '--out', join(work, 'dist-data'));
    expect(await readdir(join(work, 'dist-data'))).toEqual(['api']);
  },
  'npm run dev': async () => {
    expect(await served('run', 'dev')).toMatch(/^200 http:/);
  },
  'npm run check': () => {
    expect(ci).toMatch(/^npm run check$/m);
    return Promise.resolve();
  },
  'npm run evaluate -- papers.jsonl --k 13': async () => {
    const file = join(work, 'papers.jsonl');
    await cp(join(inject('site').folder, 'api/papers-1.jsonl'), file);
    const { stdout } = await npm('run', '--silent', 'evaluate', '--', file, '--k', '13');
    expect(JSON.parse(stdout)).toMatchObject({ papers: 457, k: 13, ami: null });
  },
  'npx sheaf --help': async () => {
    const { stdout } = await run('npx', ['sheaf', '--help'], { cwd: ROOT });
    expect(stdout).toContain('Usage: sheaf');
  },
};

describe('the README', () => {
  it.each(commands)('has a command that works: %s', async (command) => {
    expect(Object.keys(trials)).toContain(command);
    await trials[command]!();
  });

  it('shows pictures that are there', async () => {
    for (const [, path] of readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)) {
      const bytes = await readFile(join(ROOT, path!));
      expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    }
  });
});
