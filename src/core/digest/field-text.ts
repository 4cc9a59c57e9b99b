/** A text on one line without control characters, or null where nothing is left of it. */
export function oneLine(text: string | null | undefined): string | null {
  const joined = (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return joined === '' ? null : joined;
}

/** A paper with five thousand authors takes two hundred thousand characters. */
export const LONGEST_RECORD = 2_000_000;
