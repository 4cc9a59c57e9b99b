import { basename, join, resolve } from 'node:path';
import type { DigestNotes } from '../src/core/digest/digest.ts';
import { decodeText } from '../src/core/digest/decode-text.ts';
import { parseNotes } from '../src/core/digest/digest-notes.ts';
import { InputError, type LocatedProblem } from '../src/core/input-error.ts';
import type { Effects } from './effects.ts';
import { SIDECAR } from './inspect-digests.ts';
import { collect, locate, readBytes, visibleFiles } from './read-input.ts';

/** A file that an operator wants to add. */
export interface Candidate {
  /** As the operator knows it. */
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What a file of notes beside it says. */
  readonly notes: DigestNotes | null;
}

/** The argument that stands for the standard input. */
const STANDARD_INPUT = '-';

/**
 * The files that arguments name: themselves, all in a folder that are not hidden, or `-` for the
 * standard input; each once. What can't be read joins the problems.
 */
export async function findCandidates(
  inputs: readonly string[],
  effects: Effects,
  problems: LocatedProblem[],
): Promise<Candidate[]> {
  const paths = new Map<string, string>();
  for (const input of inputs) {
    for (const path of await pathsOf(input, effects)) paths.set(resolve(path), path);
  }
  const candidates: Candidate[] = [];
  const usedNotes = new Set<string>();
  const files = [...paths.values()].filter((path) => !SIDECAR.test(path));
  for (const path of files) {
    const candidate = await collect(problems, () => readCandidate(path, effects, usedNotes));
    if (candidate !== null) candidates.push(candidate);
  }
  if (inputs.includes(STANDARD_INPUT)) {
    const bytes = await effects.readInput();
    candidates.push({ path: '(standard input)', name: 'standard-input', bytes, notes: null });
  }
  for (const path of paths.values()) {
    if (!SIDECAR.test(path) || usedNotes.has(resolve(path))) continue;
    problems.push({
      path,
      line: 1,
      expected: 'notes on a digest beside them',
      got: 'no digest of that name',
      advice: 'Name the notes after the digest: digest.txt.yaml for digest.txt.',
    });
  }
  return candidates;
}

async function pathsOf(input: string, effects: Effects): Promise<string[]> {
  if (input === STANDARD_INPUT) return [];
  if ((await effects.listFiles(input)) === null) return [input];
  return (await visibleFiles(input, effects)).map((path) => join(input, path));
}

async function readCandidate(
  path: string,
  effects: Effects,
  usedNotes: Set<string>,
): Promise<Candidate> {
  const bytes = await readBytes(path, effects);
  if (bytes === null) {
    const advice = 'Name a file, a folder, or - for the standard input.';
    throw new InputError([{ path, line: 1, expected: 'a digest', got: 'no such file', advice }]);
  }
  const stem = path.replace(/\.[^./]+$/, '');
  for (const beside of [`${path}.yaml`, `${path}.yml`, `${stem}.yaml`, `${stem}.yml`]) {
    const yaml = await readBytes(beside, effects);
    if (yaml === null) continue;
    usedNotes.add(resolve(beside));
    const notes = locate(beside, () => parseNotes(decodeText(yaml, 'notes on a digest'), 1));
    return { path, name: basename(path), bytes, notes };
  }
  return { path, name: basename(path), bytes, notes: null };
}
