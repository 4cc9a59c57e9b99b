import { Crew, type CrewOptions, type PartFunction } from './crew.ts';

/** Parts of a task that do not need one another. */
export interface PartsOptions<Input> extends Omit<CrewOptions<Input>, 'tasks'> {
  readonly parts: number;
}

const MOST_THREADS = 4;

/** So many threads as there are processors, four at most. */
export function usualThreads(): number {
  return Math.min(MOST_THREADS, navigator.hardwareConcurrency);
}

/**
 * Does all parts of a task, each in one of some threads, and returns when all are done. Each thread takes
 * the next part when it is free, this one at once: so nothing waits for workers to start. Throws what a
 * part throws, in whichever thread; the other parts may then be undone.
 */
export function runParts<Input>(work: PartFunction<Input>, options: PartsOptions<Input>): void {
  startParts(work, { ...options, threads: Math.min(options.threads, options.parts) })();
}

/**
 * Begins a task in threads beside this one. Returns what takes the parts that are left, and waits for
 * all; it throws as `runParts` does.
 */
export function startParts<Input>(
  work: PartFunction<Input>,
  { parts, threads, ...options }: PartsOptions<Input>,
): () => void {
  const crew = new Crew({ ...options, tasks: [work], threads: Math.min(threads, parts + 1) });
  crew.begin(work, parts);
  crew.dismiss();
  return () => crew.finish();
}

/** Whole numbers that all threads share: so many zeros, or a copy. */
export function sharedIntegers(from: number | Uint32Array): Uint32Array<SharedArrayBuffer> {
  const length = typeof from === 'number' ? from : from.length;
  const shared = new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
  if (typeof from !== 'number') shared.set(from);
  return shared;
}

/** So many 16-bit zeros that all threads share. */
export function sharedShorts(length: number): Uint16Array<SharedArrayBuffer> {
  return new Uint16Array(new SharedArrayBuffer(length * Uint16Array.BYTES_PER_ELEMENT));
}

/** A copy of 32-bit numbers that all threads share. */
export function sharedFloats(values: Float32Array): Float32Array<SharedArrayBuffer> {
  const shared = new Float32Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}

/** So many 64-bit zeros that all threads share. */
export function sharedDoubles(length: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}
