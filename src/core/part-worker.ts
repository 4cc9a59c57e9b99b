// A thread of a `Crew`: does parts of its tasks until it is dismissed.
import { workerData } from 'node:worker_threads';
import { type CrewMember, type PartFunction, reportFailure, serve } from './crew.ts';

const member = workerData as CrewMember;
try {
  const exports = (await import(member.module)) as Record<string, PartFunction<unknown>>;
  serve(
    member.names.map((name) => exports[name]!),
    member,
  );
} catch (error) {
  try {
    member.errors.postMessage(error);
  } finally {
    // Also where the error cannot be sent: somebody waits.
    reportFailure(member.progress);
  }
}
