import { execFile, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
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

/** What git has of the project, in a folder of its own: a test must not replace an operator's dist/. */
let checkout = '';
beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'sheaf-readme-'));
  const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT });
  for (const file of stdout.trim().split('\n')) {
    await cp(join(ROOT, file), join(checkout, file)).catch(() => undefined);
  }
  await symlink(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
});
afterAll(() => rm(checkout, { recursive: true }));

const npm = (...args: string[]) => run('npm', args, { cwd: checkout });

/** Starts a command that serves until it is stopped, and waits for its last line, the address. */
function served(...args: string[]): Promise<string> {
  const child = spawn('npm', [...args, '--', '--port', '0'], { cwd: checkout, detached: true });
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

/** A digest of the content: its name and its text. */
async function firstDigest(): Promise<[string, string]> {
  const name = (await readdir(join(checkout, 'content/digests')))[0]!;
  return [name, await readFile(join(checkout, 'content/digests', name), 'utf8')];
}

/** How each command of the README is tried: as it stands, but for the port of a server. */
const trials: Record<string, () => Promise<void>> = {
  'npm ci && npm start': async () => {
    expect(ci).toMatch(/^npm ci\b/m);
    expect(await served('start')).toMatch(/^200 http:\/\/127\.0\.0\.1:\d+$/);
  },
  'npm run fetch -- hf --month 2025-10': async () => {
    const answer = join(ROOT, 'test/scripts/fetch/recordings/daily-papers.json');
    const recording = await readFile(answer);
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url!);
      response.setHeader('content-type', 'application/json').end(recording);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const from = ['--from', `http://127.0.0.1:${port}`];
      await npm('run', 'fetch', '--', 'hf', '--month', '2025-10', ...from);
    } finally {
      server.close();
    }
    expect(asked[0]).toContain('month=2025-10');
    const kept = (await readdir(join(checkout, 'content/digests'))).filter(
      (name) => name.endsWith('.json') && !name.startsWith('.'),
    );
    expect(kept).toHaveLength(1);
    const text = await readFile(join(checkout, 'content/digests', kept[0]!), 'utf8');
    expect(JSON.parse(text)).toEqual(JSON.parse(recording.toString()));
    // Other commands are tried on the collection as it was.
    await rm(join(checkout, 'content/digests', kept[0]!));
  },
  'npm ci && npm test': () => {
    expect(ci).toMatch(/^npm ci\b/m);
    expect(ci).toMatch(/^npm test$/m);
    return Promise.resolve();
  },
  'npm run build': async () => {
    await rm(join(checkout, 'dist'), { recursive: true, force: true });
    await npm('run', 'build');
    expect(await readdir(join(checkout, 'dist'))).toContain('index.html');
  },
  'npm run build -- --refit': async () => {
    const { stdout } = await npm('run', 'build', '--', '--refit');
    expect(stdout).not.toContain('going on from the build before');
  },
  'npm run build -- --content content --out dist': async () => {
    await rm(join(checkout, 'dist'), { recursive: true, force: true });
    await npm('run', 'build', '--', '--content', 'content', '--out', 'dist');
    expect(await readdir(join(checkout, 'dist'))).toContain('index.html');
  },
  'npm run build -- --data-only --out dist-data': async () => {
    await npm('run', 'build', '--', '--data-only', '--out', 'dist-data');
    expect(await readdir(join(checkout, 'dist-data'))).toEqual(['api']);
  },
  'npm run dev': async () => {
    expect(await served('run', 'dev')).toMatch(/^200 http:/);
  },
  'npm run check': () => {
    expect(ci).toMatch(/^npm run check$/m);
    return Promise.resolve();
  },
  'npm run evaluate -- papers.jsonl --k 13': async () => {
    const papers = join(inject('site').folder, 'api/papers-1.jsonl');
    await cp(papers, join(checkout, 'papers.jsonl'));
    const { stdout } = await npm('run', '--silent', 'evaluate', '--', 'papers.jsonl', '--k', '13');
    expect(JSON.parse(stdout)).toMatchObject({ papers: 457, k: 13, ami: null });
  },
  'npx sheaf add papers.txt': async () => {
    const [, digest] = await firstDigest();
    await writeFile(join(checkout, 'papers.txt'), `${digest}\n`);
    const asked = run('npx', ['sheaf', 'add', 'papers.txt'], { cwd: checkout });
    // There is nobody to ask in a test.
    await expect(asked).rejects.toMatchObject({ code: 2, stdout: expect.stringContaining('New') });
  },
  'npx sheaf add --yes --skip-bad inbox': async () => {
    const [name, digest] = await firstDigest();
    await mkdir(join(checkout, 'inbox'));
    await writeFile(join(checkout, 'inbox/a.txt'), digest);
    const args = ['sheaf', 'add', '--yes', '--skip-bad', 'inbox'];
    const { stdout } = await run('npx', args, { cwd: checkout });
    expect(stdout).toContain(`already there: content/digests/${name}`);
  },
  'npx sheaf check': async () => {
    const { stdout } = await run('npx', ['sheaf', 'check'], { cwd: checkout });
    expect(stdout).toContain('nothing is wrong in content');
  },
  'npx sheaf formats': async () => {
    const { stdout } = await run('npx', ['sheaf', 'formats'], { cwd: checkout });
    expect(stdout).toContain('hugging-face-compact');
  },
  'npx sheaf --help': async () => {
    const { stdout } = await run('npx', ['sheaf', '--help'], { cwd: checkout });
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
