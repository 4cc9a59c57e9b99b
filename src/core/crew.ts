import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';

/**
 * What does one part of a task: an export of its module, by its own name, that writes into shared arrays.
 * Threads are numbered from 0, the one that asks; each may have room of its own.
 */
export type PartFunction<Input> = (input: Input, part: number, thread: number) => void;

/** Threads for tasks of one module on one input. */
export interface CrewOptions<Input> {
  /** `import.meta.url` of the module that exports the tasks. */
  readonly module: string;
  readonly tasks: readonly PartFunction<Input>[];
  /** What all parts read and write: cloned for each thread, but not its shared arrays. */
  readonly input: Input;
  /** Threads, this one included. */
  readonly threads: number;
}

/** What a worker is told. */
export interface CrewMember {
  readonly module: string;
  /** Names of the tasks. */
  readonly names: readonly string[];
  readonly input: unknown;
  readonly thread: number;
  readonly progress: Int32Array;
  readonly errors: MessagePort;
}

// Places of `progress`. Parts are numbered on from task to task, so that a thread that comes late takes a
// part of the present task or none.
/** The next part that nobody has taken, the end of those there are, how many are finished. */
const [NEXT, END, FINISHED] = [0, 1, 2];
/** The present task, and its first part. */
const [TASK, FIRST] = [3, 4];
/** Whether the threads may go, whether one failed, and a number that grows with each order. */
const [DISMISSED, FAILED, ORDERS] = [5, 6, 7];
const PLACES = 8;

/**
 * Threads that do the parts of one task after the other. Each takes the next part when it is free, the
 * one that asks at once: so nothing waits for workers to start.
 */
export class Crew<Input> {
  private readonly options: CrewOptions<Input>;
  private readonly progress = new Int32Array(
    new SharedArrayBuffer(PLACES * Int32Array.BYTES_PER_ELEMENT),
  );
  private readonly ports: readonly MessagePort[];

  constructor(options: CrewOptions<Input>) {
    this.options = options;
    const { module, tasks, input, threads } = options;
    const names = tasks.map((task) => task.name);
    this.ports = Array.from({ length: Math.max(0, threads - 1) }, (_, i) =>
      startWorker({ module, names, input, thread: i + 1, progress: this.progress }),
    );
  }

  /** Does all parts of a task, and throws what one throws; the other parts may then be undone. */
  do(task: PartFunction<Input>, parts: number): void {
    this.begin(task, parts);
    this.finish();
  }

  /** Has the other threads begin a task; the one before must be finished. */
  begin(task: PartFunction<Input>, parts: number): void {
    const end = Atomics.load(this.progress, END);
    Atomics.store(this.progress, TASK, this.options.tasks.indexOf(task));
    Atomics.store(this.progress, FIRST, end);
    Atomics.store(this.progress, END, end + parts);
    giveOrder(this.progress);
  }

  /** Takes the parts that are left, and waits for all; throws as `do` does. */
  finish(): void {
    const { progress } = this;
    try {
      takeParts(this.options.tasks, this.options.input, 0, progress);
    } catch (error) {
      this.dismiss();
      throw error;
    }
    for (;;) {
      const finished = Atomics.load(progress, FINISHED);
      if (Atomics.load(progress, FAILED) !== 0) throw firstError(this.ports);
      if (finished >= Atomics.load(progress, END)) return;
      Atomics.wait(progress, FINISHED, finished);
    }
  }

  /** Has each thread end when no part is left. */
  dismiss(): void {
    Atomics.store(this.progress, DISMISSED, 1);
    giveOrder(this.progress);
  }
}

/** Starts a worker, and returns where it would send an error. */
function startWorker(member: Omit<CrewMember, 'errors'>): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const workerData: CrewMember = { ...member, errors: port2 };
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

/** Does the parts of all tasks to come, until it is dismissed. */
export function serve<Input>(
  tasks: readonly PartFunction<Input>[],
  { input, thread, progress }: CrewMember,
): void {
  for (;;) {
    const orders = Atomics.load(progress, ORDERS);
    takeParts(tasks, input as Input, thread, progress);
    if (Atomics.load(progress, DISMISSED) !== 0) return;
    Atomics.wait(progress, ORDERS, orders);
  }
}

/** Ends the wait of the thread that asked for the parts. */
export function reportFailure(progress: Int32Array): void {
  Atomics.store(progress, FAILED, 1);
  Atomics.add(progress, FINISHED, 1);
  Atomics.notify(progress, FINISHED);
  Atomics.store(progress, DISMISSED, 1);
  giveOrder(progress);
}

/** Does one part after the other, as long as there are some that nobody has taken. */
function takeParts<Input>(
  tasks: readonly PartFunction<Input>[],
  input: Input,
  thread: number,
  progress: Int32Array,
): void {
  for (;;) {
    const part = Atomics.load(progress, NEXT);
    if (part >= Atomics.load(progress, END) || Atomics.load(progress, FAILED) !== 0) return;
    if (Atomics.compareExchange(progress, NEXT, part, part + 1) !== part) continue;
    const work = tasks[Atomics.load(progress, TASK)]!;
    try {
      work(input, part - Atomics.load(progress, FIRST), thread);
    } catch (error) {
      // Nobody begins another part.
      Atomics.store(progress, NEXT, Atomics.load(progress, END));
      throw error;
    }
    Atomics.add(progress, FINISHED, 1);
    Atomics.notify(progress, FINISHED);
  }
}

function giveOrder(progress: Int32Array): void {
  Atomics.add(progress, ORDERS, 1);
  Atomics.notify(progress, ORDERS);
}

function firstError(ports: readonly MessagePort[]): unknown {
  for (const port of ports) {
    const received = receiveMessageOnPort(port) as { message: unknown } | undefined;
    if (received !== undefined) return received.message;
  }
  return new Error('a thread failed, and could not say why');
}
