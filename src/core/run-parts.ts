import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';

/** What does one part of a task: an export of its module, by its own name, that writes into shared arrays. */
export type PartFunction<Input> = (input: Input, part: number) => void;

/** Parts of a task that do not need one another. */
export interface PartsOptions<Input> {
  /** `import.meta.url` of the module that exports the function. */
  readonly module: string;
  /** What all parts read and write: cloned for each thread, but not its shared arrays. */
  readonly input: Input;
  readonly parts: number;
  /** Threads, this one included. */
  readonly threads: number;
}

/** What a worker is told. */
export interface PartsTask extends Pick<PartsOptions<unknown>, 'module' | 'input' | 'parts'> {
  /** Name of the function. */
  readonly name: string;
  readonly progress: Int32Array;
  readonly errors: MessagePort;
}

const MOST_THREADS = 4;
/** Places of `progress`: the next part that nobody has taken, how many are finished, whether one failed. */
const NEXT = 0;
const FINISHED = 1;
const FAILED = 2;

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
  { module, input, parts, threads }: PartsOptions<Input>,
): () => void {
  const progress = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const workers = Math.max(0, Math.min(threads - 1, parts));
  const ports = Array.from({ length: workers }, () =>
    startWorker({ module, name: work.name, input, parts, progress }),
  );
  return () => {
    try {
      takeParts(work, input, parts, progress);
    } catch (error) {
      leaveRest(progress, parts);
      throw error;
    }
    for (;;) {
      const finished = Atomics.load(progress, FINISHED);
      if (Atomics.load(progress, FAILED) !== 0) throw firstError(ports);
      if (finished >= parts) return;
      Atomics.wait(progress, FINISHED, finished);
    }
  };
}

/** Starts a worker, and returns where it would send an error. */
function startWorker(task: Omit<PartsTask, 'errors'>): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const workerData: PartsTask = { ...task, errors: port2 };
  const worker = new Worker(new URL('./part-worker.ts', import.meta.url), {
    workerData,
    transferList: [port2],
    // Parts work on typed arrays, which lie elsewhere; V8 would take 40 MB more to collect less often.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  // Not to outlive its maker, should that end early.
  worker.unref();
  return port1;
}

/** Does one part after the other, as long as there are some that nobody has taken. */
export function takeParts<Input>(
  work: PartFunction<Input>,
  input: Input,
  parts: number,
  progress: Int32Array,
): void {
  for (;;) {
    const part = Atomics.add(progress, NEXT, 1);
    if (part >= parts) return;
    work(input, part);
    Atomics.add(progress, FINISHED, 1);
    Atomics.notify(progress, FINISHED);
  }
}

/** Ends the wait of the thread that asked for the parts. */
export function reportFailure(progress: Int32Array, parts: number): void {
  leaveRest(progress, parts);
  Atomics.store(progress, FAILED, 1);
  Atomics.add(progress, FINISHED, 1);
  Atomics.notify(progress, FINISHED);
}

/** Has each thread end after the part that it is doing. */
function leaveRest(progress: Int32Array, parts: number): void {
  Atomics.store(progress, NEXT, parts);
}

function firstError(ports: readonly MessagePort[]): unknown {
  for (const port of ports) {
    const received = receiveMessageOnPort(port) as { message: unknown } | undefined;
    if (received !== undefined) return received.message;
  }
  return new Error('a thread failed, and could not say why');
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
