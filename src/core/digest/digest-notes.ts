import { z } from 'zod';
import { cutFrontMatter } from '../front-matter.ts';
import { type Problem, quote } from '../input-error.ts';
import { isIsoDate } from '../iso-date.ts';
import { readYaml, strictMap } from '../yaml.ts';
import type { DigestNotes } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { LONGEST_YAML, readPageNotes } from './page-front-matter.ts';

const text = (what: string) => z.string({ error: what }).trim().min(1, what);

const day = 'a day as YYYY-MM-DD';
const notesSchema = strictMap({
  title: text('a text').optional(),
  date: z.string({ error: day }).refine(isIsoDate, day).optional(),
  curator: text('a text').optional(),
});

/** A digest's text with its front matter blanked, so that lines keep their numbers, and what it said. */
export interface SplitDigest {
  readonly text: string;
  readonly notes: DigestNotes;
}

/** Takes YAML front matter between two lines of `---` off a digest. Throws DigestError if it is wrong. */
export function splitFrontMatter(source: string): SplitDigest {
  const { yaml, body, problems } = cutFrontMatter(source);
  if (problems.length > 0) throw new DigestError(problems);
  return { text: body, notes: readPageNotes(yaml ?? '') ?? parseNotes(yaml ?? '', 2) };
}

/** Reads an operator's notes on a digest: YAML. Throws DigestError; lines count from `firstLine`. */
export function parseNotes(yaml: string, firstLine: number): DigestNotes {
  if (yaml.length > LONGEST_YAML) throw new DigestError([tooLong(yaml, firstLine)]);
  const { value, problems } = readYaml(yaml, notesSchema, 'notes on a digest', firstLine);
  if (value === null) throw new DigestError(problems);
  return { title: value.title ?? null, date: value.date ?? null, curator: value.curator ?? null };
}

function tooLong(yaml: string, line: number): Problem {
  return {
    line,
    expected: `notes on a digest of at most ${LONGEST_YAML.toLocaleString('en')} characters`,
    got: yaml.length.toLocaleString('en'),
    advice: 'Keep title, date and curator; what else the file tells belongs below the notes.',
  };
}

/**
 * The date at the start of a file's name (`2026-03-25-papers.txt`), or null. Throws DigestError where
 * it is no day of the calendar.
 */
export function dateInFileName(name: string): string | null {
  const date = /^(\d{4}-\d{2}-\d{2})(?!\d)/.exec(name)?.[1];
  if (date === undefined) return null;
  if (isIsoDate(date)) return date;
  throw new DigestError([
    {
      line: 1,
      expected: 'a file name that begins with a day of the calendar, or with none',
      got: quote(date),
      advice: 'Rename the file.',
    },
  ]);
}
