/** The operator stopped a command; the message says what stays. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
