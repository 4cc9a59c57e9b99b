import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseText } from './seeds.ts';

const pages = ['hugging-face-html-2024', 'hugging-face-html-2026'] as const;
const read = (name: string) =>
  readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');
/** The page as a visitor sees it, without what it carries for its scripts. */
const shown = (name: string) => read(name).replace(/ data-props="[^"]*"/g, '');

describe.each(pages)('parseDigest(name, bytes, null) of the saved page %s', (name) => {
  const whole = parseText(read(name));

  it('finds the same papers in what is shown, if the data of the page are gone', () => {
    const { records, ...rest } = parseText(shown(name));
    const { records: known, ...page } = whole;
    expect(rest).toEqual(page);
    for (const [at, record] of records.entries()) {
      const { title, line, endLine, arxivId, organization, comments, upvotes } = known[at]!;
      const same = { title, line, endLine, arxivId, organization, comments };
      expect(record).toMatchObject(same);
      // The page writes “-” where nobody voted.
      expect(record.upvotes ?? 0).toBe(upvotes);
    }
    expect(records.length).toBe(known.length);
  });

  it('takes the names of authors from the data, not those of the accounts that it shows', () => {
    const names = whole.records.flatMap(({ authors }) => authors ?? []);
    expect(names.length).toBeGreaterThan(3);
    for (const account of read(name).matchAll(/<li[^>]* title="(\w+)"/g)) {
      expect(names).not.toContain(account[1]);
    }
  });
});

describe('parseDigest(name, bytes, null) of a saved page that leaves the year out of its day', () => {
  const page = shown('hugging-face-html-2026');

  it.each([
    ['Jan 2', '2612', '2027-01-02'],
    ['Dec 31', '2612', '2026-12-31'],
    ['Oct 1', '2609', '2026-10-01'],
  ])('puts %s after papers of %s on %s', (day, month, date) => {
    const text = page.replace('Sep 28', day).replaceAll('2609.', `${month}.`);
    expect(parseText(text).date).toBe(date);
  });

  it('leaves the day open where all papers are older than a season', () => {
    expect(parseText(page.replaceAll(/260[89]\./g, '2602.')).date).toBeNull();
  });
});
