// A thread of `runParts`: does parts of a task until none is left, and ends.
import { workerData } from 'node:worker_threads';
import { type PartFunction, type PartsTask, reportFailure, takeParts } from './run-parts.ts';

const { module, name, input, parts, progress, errors } = workerData as PartsTask;
try {
  const exports = (await import(module)) as Record<string, PartFunction<unknown>>;
  takeParts(exports[name]!, input, parts, progress);
} catch (error) {
  try {
    errors.postMessage(error);
  } finally {
    // Also where the error cannot be sent: somebody waits.
    reportFailure(progress, parts);
  }
}
