import { describe, expect, it } from 'vitest';
import { DigestError } from '../../../src/core/digest/digest-error.ts';
import {
  dateInFileName,
  parseNotes,
  splitFrontMatter,
} from '../../../src/core/digest/digest-notes.ts';
import { parseText, problemsOf, SEEDS, seedText } from './seeds.ts';

describe('splitFrontMatter(source)', () => {
  it('reads title, date and curator between two fences', () => {
    const source = '---\ntitle: " March "\ndate: 2026-03-25\ncurator: AK\n---\nText\n';
    const { text, notes } = splitFrontMatter(source);
    expect(notes).toEqual({ title: 'March', date: '2026-03-25', curator: 'AK' });
    expect(text).toBe('\n\n\n\n\nText\n');
  });

  it('takes Windows line ends, trailing spaces and an empty front matter', () => {
    expect(splitFrontMatter('--- \r\ncurator: AK\r\n---\t\r\nText').notes.curator).toBe('AK');
    expect(splitFrontMatter('---\r\ncurator: "AK"\r\n---\r\nText').notes.curator).toBe('AK');
    const nothing = { title: null, date: null, curator: null };
    expect(splitFrontMatter('---\n---\nText').notes).toEqual(nothing);
  });

  it('takes what a program wrote above a page that it saved for no notes with wrong keys', () => {
    const saved =
      '---\nurl: https://example.org/\nretrieved: 2026-10-02\nstatusCode: 200\ntitle: Daily\n---\n';
    const notes = { title: 'Daily', date: null, curator: null };
    expect(splitFrontMatter(saved).notes).toEqual(notes);
  });

  it('leaves a text without front matter as it is', () => {
    const source = 'Title\n---\ntitle: no\n---\n';
    const nothing = { title: null, date: null, curator: null };
    expect(splitFrontMatter(source)).toEqual({ text: source, notes: nothing });
  });

  it('keeps the line numbers of records', () => {
    const text = seedText(SEEDS.gradients);
    const plain = parseText(text).records.map(({ line, endLine }) => [line + 4, endLine + 4]);
    const { records } = parseText(`---\ntitle: March\ndate: 2026-03-25\n---\n${text}`);
    expect(records.map(({ line, endLine }) => [line, endLine])).toEqual(plain);
  });

  it('refuses a front matter that nothing closes', () => {
    expect(problemsOf(() => splitFrontMatter('---\ndate: 2026-03-25\nTitle\n'))).toMatchObject([
      { line: 1, expected: 'front matter that ends with ---' },
    ]);
  });

  it.each([
    ['an unknown key', '---\ntitle: A\ntags: b\n---\n', 3, '“tags”'],
    ['a day that does not exist', '---\n\ndate: 2026-02-30\n---\n', 3, '“2026-02-30”'],
    ['a date in another order', '---\ndate: 25.3.2026\n---\n', 2, '“25.3.2026”'],
    ['a year alone', '---\ntitle: A\ncurator: B\ndate: 2026\n---\n', 4, '“2026”'],
    ['a list for a text', '---\ncurator: [A, B]\n---\n', 2, 'a list'],
    ['a key without a value', '---\ntitle:\n---\n', 2, 'nothing'],
  ])('refuses %s at its line of the file', (_, source, line, got) => {
    expect(problemsOf(() => splitFrontMatter(source))).toMatchObject([{ line, got }]);
  });

  it('finds all that is wrong', () => {
    const source = '---\ntitle: 3\ndate: soon\nfoo: 1\nbar: 2\n---\n';
    const lines = problemsOf(() => splitFrontMatter(source)).map(({ line }) => line);
    expect(lines.toSorted()).toEqual([2, 3, 4, 5]);
  });
});

describe('parseNotes(yaml, firstLine)', () => {
  it('counts lines from the one it is given', () => {
    expect(problemsOf(() => parseNotes('title: A\ndate: soon\n', 1))).toMatchObject([{ line: 2 }]);
    expect(problemsOf(() => parseNotes('title: A\ndate: soon\n', 10))).toMatchObject([
      { line: 11 },
    ]);
  });

  it('refuses what is no map', () => {
    expect(problemsOf(() => parseNotes('just words\n', 1))).toMatchObject([
      { line: 1, got: '“just words”' },
    ]);
  });
});

describe('parseNotes(yaml, firstLine) on hostile notes', () => {
  it.each([
    ['aliases that multiply', `a: &a [${'x, '.repeat(20)}]\n`.repeat(1_000_000)],
    ['keys', 'key: value\n'.repeat(1_000_000)],
    ['brackets', '['.repeat(10_000_000)],
  ])('refuses %s without end before it parses them', (_, yaml) => {
    expect(problemsOf(() => parseNotes(yaml, 2))).toMatchObject([
      { line: 2, expected: 'notes on a digest of at most 20,000 characters' },
    ]);
  });
});

describe('dateInFileName(name)', () => {
  it.each([
    ['2026-03-25.txt', '2026-03-25'],
    ['2026-03-25', '2026-03-25'],
    ['2026-03-25-hugging-face.txt', '2026-03-25'],
    ['2024-02-29_leap.md', '2024-02-29'],
    ['2026-03-256.txt', null],
    ['2026-3-25.txt', null],
    ['papers-2026-03-25.txt', null],
    ['papers.txt', null],
    ['', null],
  ])('of %j is %j', (name, date) => {
    expect(dateInFileName(name)).toBe(date);
  });

  it('refuses a day that no calendar has, instead of going without it', () => {
    expect(() => dateInFileName('2023-02-29.txt')).toThrow(DigestError);
  });
});
