import { InputError } from '../src/core/input-error.ts';
import { formatCount } from '../src/format.ts';
import { LeftOutError } from './add.ts';
import { UnwrittenLockError } from './build.ts';
import { ArgumentsError } from './check-output-folder.ts';
import type { Effects } from './effects.ts';
import { IncompleteFetchError } from './fetch/fetch-error.ts';
import { StoppedError } from './stopped-error.ts';
import { describeSystemError, isSystemError } from './system-error.ts';

/** Exit statuses of `sheaf`. */
export const EXIT_STATUS = { done: 0, wrongInput: 1, wrongArguments: 2, stopped: 130 } as const;

/**
 * Tells the operator why a command ended and returns its exit status. `isStopped` says that the operator
 * asked for the end. Throws what is a bug, for which the stack says more.
 */
export function reportError(
  error: unknown,
  isStopped: boolean,
  effects: Pick<Effects, 'error'>,
): number {
  if (error instanceof ArgumentsError) {
    effects.error(`sheaf: ${error.message}`);
    return EXIT_STATUS.wrongArguments;
  }
  if (error instanceof InputError) {
    effects.error(error.message);
    effects.error(`${countProblems(error)}; nothing was written`);
    return EXIT_STATUS.wrongInput;
  }
  if (error instanceof StoppedError || isStopped) {
    const kept = error instanceof StoppedError ? error.message : 'the site stays as it was';
    effects.error(`sheaf: stopped; ${kept}`);
    return EXIT_STATUS.stopped;
  }
  if (isTold(error)) {
    effects.error(`sheaf: ${error.message}`);
    return EXIT_STATUS.wrongInput;
  }
  if (isSystemError(error)) {
    effects.error(`sheaf: ${describeSystemError(error)}`);
    return EXIT_STATUS.wrongInput;
  }
  throw error;
}

/** What was left undone and why: the operator needs the words and no stack. */
function isTold(error: unknown): error is Error {
  return (
    error instanceof UnwrittenLockError ||
    error instanceof LeftOutError ||
    error instanceof IncompleteFetchError
  );
}

function countProblems({ problems }: InputError): string {
  const files = new Set(problems.map(({ path }) => path)).size;
  return `${formatCount(problems.length, 'problem')}${files > 1 ? ` in ${files} files` : ''}`;
}
