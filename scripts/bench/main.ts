// `npm run bench`: what it measures and how to read it is told in docs/benchmark.md.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchFile } from './bench-file.ts';
import { parseBenchOptions, USAGE } from './bench-options.ts';
import { findScikitLearn, INSTALL_ADVICE } from './processes.ts';

const CORPORA = fileURLToPath(new URL('../../../shared/corpora', import.meta.url));

const print = (text: string) => {
  process.stdout.write(`${text}\n`);
};

async function main(): Promise<void> {
  const options = parseBenchOptions(process.argv.slice(2));
  if (options === null) {
    print(USAGE);
    return;
  }
  const files = options.files.length > 0 ? options.files : await corporaAtHand();
  if (files.length === 0) throw new RangeError(`no file given and none in ${CORPORA}\n\n${USAGE}`);
  const python = await findScikitLearn();
  if (python === null) print(INSTALL_ADVICE);
  const folder = await mkdtemp(join(tmpdir(), 'sheaf-bench-'));
  try {
    for (const file of files) await benchFile(file, options, { python, folder, print });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function corporaAtHand(): Promise<string[]> {
  const names = await readdir(CORPORA).catch(() => []);
  return names.filter((name) => name.endsWith('.jsonl.gz')).map((name) => join(CORPORA, name));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
