import { describe, expect, it } from 'vitest';
import { ABSTRACT, parseText, problemsOf } from './seeds.ts';

const HEAD = ['Get trending papers in your email inbox!', '', 'Subscribe', '', 'Daily Papers', ''];
const page = (...lines: string[]) => [...HEAD, ...lines].join('\n');

describe('parsePage(text, shape, notes)', () => {
  it('takes a title that says “Subscribe” behind a line of its own as it is', () => {
    const { records } = parseText(page('Subscribe Now: A Study', '', ABSTRACT));
    expect(records.map(({ title }) => title)).toEqual(['Subscribe Now: A Study']);
  });

  it('takes a date whose year it does not know for unknown, but keeps the comments', () => {
    const { records } = parseText(page('A Paper', '', ABSTRACT, '', '• 1 author', '·', 'May 1 12'));
    expect(records[0]).toMatchObject({ authorCount: 1, published: null, comments: 12 });
  });

  it.each([
    ['Sep 4, 2025', '2025-09-04'],
    ['Sept 4, 2025', '2025-09-04'],
    ['Sep. 4, 2025', '2025-09-04'],
    ['September 4, 2025', '2025-09-04'],
    ['May 31, 2025', '2025-05-31'],
    ['Feb 29, 2000', '2000-02-29'],
  ])('reads %j as %j', (written, published) => {
    const { records } = parseText(page('A Paper', '', ABSTRACT, '', '• 2 authors', '·', written));
    expect(records[0]?.published).toBe(published);
  });

  it.each(['Feb 29, 1900', 'Apr 31, 2025', 'Jan 0, 2025', 'Jan 32, 2025'])(
    'refuses %j, which is no day, at its line',
    (written) => {
      const text = page('A Paper', '', ABSTRACT, '', '• 2 authors', '·', written);
      expect(problemsOf(() => parseText(text))).toMatchObject([
        { line: 13, expected: 'a day of the calendar' },
      ]);
    },
  );

  it('reads an organisation with several words and one with a single word', () => {
    const text = page(
      ...['A Paper', '', ABSTRACT, '', 'metaresearch Meta Research', '·', 'Sep 4, 2025', ''],
      ...['B Paper', '', ABSTRACT, '', 'openai', '·', 'Sep 5, 2025'],
    );
    expect(parseText(text).records.map(({ organization }) => organization)).toEqual([
      { slug: 'metaresearch', name: 'Meta Research' },
      { slug: 'openai', name: 'openai' },
    ]);
  });

  it('takes the title after an abstract without metadata for no organisation', () => {
    const text = page(
      ...['A Paper', '', ABSTRACT, '', 'B Paper', '', ABSTRACT, ''],
      ...['• 2 authors', '·', 'Sep 4, 2025'],
    );
    expect(parseText(text).records).toMatchObject([
      { title: 'A Paper', organization: null, authorCount: null, published: null },
      { title: 'B Paper', organization: null, authorCount: 2, published: '2025-09-04' },
    ]);
  });

  it('names metadata that stand below no abstract', () => {
    const text = page('• 2 authors', '·', 'A Paper', '', ABSTRACT);
    const found = problemsOf(() => parseText(text)).map(({ line }) => line);
    expect(found).toEqual([7, 8]);
  });

  it('names a title at the end of the file', () => {
    expect(problemsOf(() => parseText(page('A Paper', '', ABSTRACT, '', 'B Paper')))).toMatchObject(
      [{ line: 11, expected: 'an abstract below this title', got: 'the end of the file' }],
    );
  });

  it('names a title that ends as a sentence does, above another title, as lacking its abstract', () => {
    const text = page('A Paper', '', 'Is This a Title?', '', ABSTRACT);
    expect(problemsOf(() => parseText(text))).toMatchObject([
      { line: 7, expected: 'an abstract below this title', got: '“Is This a Title?”' },
    ]);
  });

  it('reads the lines of Mac, Windows and Unix alike', () => {
    const text = page('A Paper', '', ABSTRACT, '', '• 2 authors', '·', 'Sep 4, 2025', '');
    const expected = parseText(text);
    expect(parseText(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expect(parseText(text.replaceAll('\n', '\r'))).toEqual(expected);
  });

  it('takes no organisation for an abstract', () => {
    const text = page('A Paper', '', 'acme Acme Inc.', '·', 'Sep 4, 2025');
    expect(problemsOf(() => parseText(text))).toMatchObject([{ line: 7 }]);
  });

  it('ends a paper with its date: what follows is of the page or of the next paper', () => {
    const text = page(
      ...['A Paper', '', ABSTRACT, '', '• 2 authors', '·', 'Sep 4, 2025', ''],
      ...['Mar 24, 2025', '', 'B Paper', '', ABSTRACT],
    );
    expect(parseText(text).records.map(({ published }) => published)).toEqual(['2025-09-04', null]);
  });

  it.each(['Janus 7', 'Marigold 2', 'Subscribers and Their Letters', '[Re] A Study', '|x| Is All'])(
    'takes %j for a title',
    (title) => {
      expect(parseText(page(title, '', ABSTRACT)).records[0]?.title).toBe(title);
    },
  );

  it('takes the button off the first title of a page that lost its other furniture', () => {
    const lines = ['SubscribeA Paper', ABSTRACT, 'Subscribers', ABSTRACT];
    const titles = parseText(lines.join('\n')).records.map(({ title }) => title);
    expect(titles).toEqual(['A Paper', 'Subscribers']);
  });
});
