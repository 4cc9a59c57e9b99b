import fc from 'fast-check';
import type { SavedPaper } from '../../../src/client/saved/saved-paper.ts';

/** A saved paper of which everything is unknown but what a test gives. */
export function savedPaper(known: Partial<SavedPaper> = {}): SavedPaper {
  return {
    id: 'a-paper-01234567',
    title: 'A paper',
    savedAt: '2026-01-02T03:04:05.000Z',
    readAt: null,
    note: '',
    details: null,
    ...known,
  };
}

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((one) => one.trim() !== '');
const time = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const orNull = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null });
const details = fc.record({
  topic: orNull(fc.record({ id: fc.constantFrom('graphs', 'chains'), label: text })),
  published: fc.constantFrom(null, '2024', '2024-05', '2024-05-06'),
  excerpt: orNull(text),
  authors: fc.array(text, { maxLength: 3 }),
  arxivId: fc.constantFrom(null, '2401.12345'),
  categories: fc.array(text, { maxLength: 2 }),
  doi: fc.constantFrom(null, '10.1000/182'),
  venue: orNull(text),
  url: fc.constantFrom(null, 'https://example.org/a?b=c'),
});

/** Any saved paper, of few ids. */
export const anySavedPaper: fc.Arbitrary<SavedPaper> = fc.record({
  id: fc.constantFrom('a', 'b', 'c-01234567'),
  title: text,
  savedAt: time,
  readAt: orNull(time),
  note: fc.oneof(fc.constant(''), text),
  details: orNull(details),
});
