import type { DigestNotes } from './digest.ts';
import { writtenDay } from './written-date.ts';

/** A digest says above its papers when it was written. */
const HEAD = { lines: 80, characters: 10_000 } as const;
const UPDATED =
  /^[^\p{L}\p{N}]{0,20}(?:last |page )?(?:updated?|generated|更新(?:时间|日期|于)?|最后更新)(?: on| at| date| time)?[^\p{L}\p{N}]{0,8}/iu;
const DATES =
  /\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}(?!\d)|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?[ -][A-Z][a-z]{2,8}\.?,?[ -]\d{4}/g;

/**
 * Notes on a digest in Markdown, with the day that it gives itself where they have none: in its title,
 * if that names one day, or on a line such as “Last update: 2026-08-21” above its papers.
 */
export function withStatedDay(notes: DigestNotes, text: string, title: string | null): DigestNotes {
  const date = notes.date ?? dayOfTitle(notes.title ?? title ?? '') ?? dayOfUpdate(text);
  return { ...notes, date };
}

function dayOfTitle(title: string): string | null {
  const days = new Set((title.slice(0, 300).match(DATES) ?? []).map(writtenDay));
  const [only, ...others] = [...days].filter((day) => day !== null);
  return only !== undefined && others.length === 0 ? only : null;
}

function dayOfUpdate(text: string): string | null {
  const lines = text.slice(0, HEAD.characters).split(/\r\n|\n|\r/, HEAD.lines);
  for (const line of lines) {
    const updated = UPDATED.exec(line.slice(0, 200));
    const day = updated && writtenDay(line.slice(updated[0].length, 200));
    if (day) return day;
  }
  return null;
}
