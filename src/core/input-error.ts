import { withoutControls } from './control-characters.ts';

/** One thing wrong in a file that a person wrote or saved. */
export interface Problem {
  /** 1-based line of the file. */
  readonly line: number;
  readonly expected: string;
  readonly got: string;
  /** What to do about it, as a sentence. */
  readonly advice: string;
}

/** A problem and the file that has it. */
export interface LocatedProblem extends Problem {
  readonly path: string;
}

/** Everything wrong in the input, collected over all files. */
export class InputError extends Error {
  readonly problems: readonly LocatedProblem[];

  constructor(problems: readonly LocatedProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'InputError';
    this.problems = problems;
  }
}

/** `path:line: expected …, got …` and, on a line of its own, what to do. */
export function formatProblem({ path, line, expected, got, advice }: LocatedProblem): string {
  return `${path}:${line}: expected ${expected}, got ${got}\n    ${advice}`;
}

/** A text as it can be quoted in one line of an error: at most 60 characters, none of which steers a terminal. */
export function quote(text: string): string {
  const line = withoutControls(text.slice(0, 1000)).replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
}
