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

describe('parseDigest(name, bytes, null) of the saved page of one paper', () => {
  const paper = {
    id: '2509.12345',
    title: 'Letters and Their Readers',
    summary: 'We follow readers over two years.',
    authors: [{ name: 'Ada Byron' }, { name: 'Grace Hopper' }, { name: 'Jean Bartik' }],
    publishedAt: '2025-09-15T00:00:00.000Z',
    submittedOnDailyAt: '2025-09-16T00:00:00.000Z',
    upvotes: 48,
    ai_keywords: ['letters', 'readers'],
    ai_summary: 'Readers leave letters.',
    githubRepo: 'https://github.com/a/b',
  };
  const comment = (hidden: boolean) => ({ type: 'comment', data: { hidden } });
  const props = {
    paper,
    organization: { name: 'acme', fullname: 'Acme' },
    comments: [comment(false), { type: 'status-change' }, comment(true)],
  };
  const attribute = JSON.stringify(props).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const shownRows =
    '<p>arxiv:2509.12345</p><h1>Letters and Their Readers</h1><p>Published on Sep 15, 2025</p>\n' +
    '<p>Upvote</p><p>48</p><div>Authors:</div><p>Ada Byron,</p><p>Grace Hopper,</p><p>+1 authors</p>\n' +
    '<h2>Abstract</h2><p>We follow readers over …</p>';
  const page = (rows: string) =>
    `<!doctype html><title>Paper page - Letters</title><link rel=canonical href="https://huggingface.co/papers/2509.12345">\n` +
    `<div data-target="PaperContent" data-props="${attribute}"><main>${rows}</main></div>\n`;
  const told = {
    title: 'Letters and Their Readers',
    abstract: 'We follow readers over two years.',
    summary: 'Readers leave letters.',
    authors: ['Ada Byron', 'Grace Hopper', 'Jean Bartik'],
    organization: { slug: 'acme', name: 'Acme' },
    published: '2025-09-15',
    listed: '2025-09-16',
    arxivId: '2509.12345',
    keywords: ['letters', 'readers'],
    upvotes: 48,
    comments: 1,
    code: 'https://github.com/a/b',
  };

  it('takes from its data what it shows in part or not at all', () => {
    const { records } = parseText(page(shownRows));
    expect(records).toMatchObject([{ ...told, authorCount: 3, line: 2 }]);
  });

  it('takes all from its data where it shows nothing', () => {
    expect(parseText(page('')).records).toMatchObject([told]);
  });
});
