import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Paper } from '../../src/core/paper/paper.ts';
import type { LabelledPaper } from '../../src/core/topics/evaluate-topics.ts';

/** Which papers of a file are taken: as many, every nth from the first on. */
export interface Sample {
  readonly papers: number;
  readonly every: number;
}

/** The sample of so many papers, evenly from all, at most all. */
export function sampleOf(total: number, papers: number): Sample {
  return { papers: Math.min(papers, total), every: Math.max(1, Math.floor(total / papers)) };
}

/** How many lines of JSON a file has. */
export async function countPapers(file: string): Promise<number> {
  let count = 0;
  for await (const line of linesOf(file)) if (line !== '') count += 1;
  return count;
}

/**
 * Writes a sample of a file as plain JSON lines of title, abstract and label, which every program can
 * read line by line; returns the number of distinct labels, 0 unless all papers have one. Throws RangeError
 * for a line that is no JSON.
 */
export async function writeSample(file: string, sample: Sample, target: string): Promise<number> {
  const out = createWriteStream(target);
  const labels = new Set<string | null>();
  let number = 0;
  let written = 0;
  for await (const line of linesOf(file)) {
    if (line === '' || number++ % sample.every !== 0) continue;
    if (written++ === sample.papers) break;
    const { title, abstract, label } = parsePaper(line, `${file}: paper ${number}`);
    labels.add(label ?? null);
    const paper = { title: title ?? '', abstract: abstract ?? '', label: label ?? null };
    if (!out.write(`${JSON.stringify(paper)}\n`)) {
      await once(out, 'drain');
    }
  }
  await finished(out.end());
  return labels.has(null) ? 0 : labels.size;
}

function parsePaper(line: string, place: string): Partial<LabelledPaper> {
  try {
    return JSON.parse(line) as Partial<LabelledPaper>;
  } catch (cause) {
    throw new RangeError(`${place}: expected a line of JSON, got ${line.slice(0, 60)}`, { cause });
  }
}

/** The papers of a file that `writeSample` wrote. */
export async function readSample(file: string): Promise<LabelledPaper[]> {
  const papers: LabelledPaper[] = [];
  for await (const line of linesOf(file)) papers.push(JSON.parse(line) as LabelledPaper);
  return papers;
}

/** Their labels; empty texts where there is none. */
export async function readLabels(file: string): Promise<string[]> {
  return (await readSample(file)).map(({ label }) => label ?? '');
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const isPacked = await isGzip(file);
  const source = createReadStream(file);
  let input: Readable = source;
  if (isPacked) {
    const gunzip = createGunzip();
    // A broken file ends the reader with the words of its error.
    source.on('error', (error) => gunzip.destroy(error));
    input = source.pipe(gunzip);
  }
  yield* createInterface({ input, crlfDelay: Infinity });
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

/** The same as papers of a collection, as far as the topics ask for them. */
export function papersOf(prose: readonly LabelledPaper[]): Paper[] {
  return prose.map(
    ({ abstract }, number) => ({ id: `paper-${number}`, arxivId: null, abstract }) as Paper,
  );
}
