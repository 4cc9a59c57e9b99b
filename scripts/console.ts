import { shorten } from '../src/format.ts';

/** What a command prints on: a terminal, a file or a pipe. */
interface Screen {
  readonly isTTY?: boolean;
  /** How many characters a line of the terminal takes. */
  readonly columns?: number;
  write(text: string): unknown;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** Ways to tell the operator something, a line each. */
export interface Console {
  /** Prints a line. */
  log(line: string): void;
  /** Prints a line about something wrong. */
  error(line: string): void;
  /** Says how far a command is: on a terminal in place of what it said before, else by a line. */
  progress(line: string): void;
  /** How many characters a line of the terminal takes; Infinity where there is none. */
  readonly columns: number;
}

/** Codes of writing to a pipe that nobody reads. */
const GONE: ReadonlySet<string> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);

/** To the start of the line, which is then erased. */
const ERASE = '\r\u001B[2K';

/** Prints lines, and on a terminal one line of progress below them, which the next line replaces. */
export function createConsole(out: Screen, err: Screen): Console {
  // Whoever reads along may go away (`sheaf formats | head -1`): the command goes on to its end.
  for (const screen of new Set([out, err])) {
    screen.on('error', (error) => {
      if (!GONE.has(error.code ?? '')) throw error;
    });
  }
  let isShown = false;
  const print = (screen: Screen, line: string) => {
    if (isShown) out.write(ERASE);
    isShown = false;
    screen.write(`${harmless(line)}\n`);
  };
  return {
    log: (line) => {
      print(out, line);
    },
    error: (line) => {
      print(err, line);
    },
    progress(line) {
      if (out.isTTY !== true) {
        print(out, line);
        return;
      }
      // Of a line that goes on below, the terminal would erase the end alone.
      out.write(`${isShown ? ERASE : ''}${shorten(harmless(line), columnsOf(out) - 1)}`);
      isShown = true;
    },
    columns: columnsOf(out),
  };
}

/** A line without characters that steer a terminal: names of files may hold any. */
function harmless(line: string): string {
  return line.replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD');
}

/** A terminal that does not know its width says 0. */
function columnsOf({ isTTY, columns }: Screen): number {
  return isTTY === true && columns ? columns : Infinity;
}
