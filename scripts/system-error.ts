const PERMISSION = 'Let the user who runs this read and write there.';
const ROOM = 'Make room on the disk, then run the same command again.';

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: PERMISSION,
  EPERM: PERMISSION,
  EROFS: 'The disk can only be read: name a folder on another one.',
  ENOSPC: ROOM,
  EDQUOT: ROOM,
  EADDRINUSE: 'Choose another port with --port N, or stop the other program.',
};

/** An error of the system below: a folder that can't be written, a full disk, a port that is taken. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** What went wrong, in the system's words, and what to do where that is known. */
export function describeSystemError({ message, code }: NodeJS.ErrnoException): string {
  const advice = ADVICE[code ?? ''];
  return advice === undefined ? message : `${message}\n    ${advice}`;
}
