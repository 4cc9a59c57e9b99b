import type { Problem } from './input-error.ts';

/** A text parted from its front matter. */
export interface CutText {
  /** What stands between the fences, from line 2 on; null where there is no front matter. */
  readonly yaml: string | null;
  /** The text with its front matter blanked, so that lines keep their numbers. */
  readonly body: string;
  readonly problems: readonly Problem[];
}

const FENCE = /^---[ \t]*$/;

/** Cuts YAML front matter between two lines of `---` off a text; one that nothing closes is a problem. */
export function cutFrontMatter(source: string): CutText {
  const lines = source.split('\n');
  const isFence = (line: string) => FENCE.test(line.trimEnd());
  if (!isFence(lines[0]!)) return { yaml: null, body: source, problems: [] };
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (end < 0) {
    const problem = {
      line: 1,
      expected: 'front matter that ends with ---',
      got: 'no second --- in the file',
      advice: 'Close the front matter with a line of ---.',
    };
    return { yaml: null, body: source, problems: [problem] };
  }
  return {
    // With its last line end: to YAML a carriage return alone would be part of the value.
    yaml: lines
      .slice(1, end)
      .map((line) => `${line}\n`)
      .join(''),
    body: lines.map((line, index) => (index <= end ? '' : line)).join('\n'),
    problems: [],
  };
}
