/** What a command prints on: a terminal, a file or a pipe. */
interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Ways to tell the operator something, a line each. */
export interface Console {
  /** Prints a line. */
  log(line: string): void;
  /** Prints a line about something wrong. */
  error(line: string): void;
  /** Says how far a command is: on a terminal in place of what it said before, else by a line. */
  progress(line: string): void;
}

/** To the start of the line, which is then erased. */
const ERASE = '\r\u001B[2K';

/** Prints lines, and on a terminal one line of progress below them, which the next line replaces. */
export function createConsole(out: Screen, err: Screen): Console {
  let isShown = false;
  const print = (screen: Screen, line: string) => {
    if (isShown) out.write(ERASE);
    isShown = false;
    screen.write(`${line}\n`);
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
      out.write(`${isShown ? ERASE : ''}${line}`);
      isShown = true;
    },
  };
}
