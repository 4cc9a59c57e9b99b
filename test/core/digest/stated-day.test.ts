import { describe, expect, it } from 'vitest';
import { withStatedDay } from '../../../src/core/digest/stated-day.ts';
import { parseText } from './seeds.ts';

const NONE = { title: null, date: null, curator: null };
const dayOf = (text: string, title: string | null = null) => withStatedDay(NONE, text, title).date;

describe('withStatedDay(notes, text, title)', () => {
  it.each([
    ['> Updated on 2022.12.02', '2022-12-02'],
    ['## Updated on 2026.04.26', '2026-04-26'],
    ['Last update: 2026-08-21', '2026-08-21'],
    ['**Last updated:** August 21, 2026 (daily)', '2026-08-21'],
    ['更新时间：2024年5月6日', '2024-05-06'],
    ['Update your bookmarks by 2026-08-21', null],
    ['Updated on Mondays', null],
  ])('reads “%s” above the papers', (line, day) => {
    expect(dayOf(`# Papers\n\nWords.\n\n${line}\n`)).toBe(day);
  });

  it.each([
    ['Latest 15 Papers - August 21, 2026', '2026-08-21'],
    ['arXiv cs.CL 2024-05-06', '2024-05-06'],
    ['Papers of 6 May 2024', '2024-05-06'],
    ['From 2024-05-06 to 2024-05-10', null],
    ['Papers of May 2024', null],
    ['Papers of 2024-02-31', null],
  ])('reads the title “%s”', (title, day) => {
    expect(dayOf('', title)).toBe(day);
  });

  it('takes the operator’s word first, then the title, and no line far below', () => {
    const text = 'Updated on 2022.12.02\n';
    expect(withStatedDay({ ...NONE, date: '2024-01-01' }, text, null).date).toBe('2024-01-01');
    expect(dayOf(text, 'Of 2024-05-06')).toBe('2024-05-06');
    expect(dayOf(`${'\n'.repeat(90)}${text}`)).toBeNull();
  });
});

describe('parseDigest(name, bytes, null) on a digest by days', () => {
  it('lists each paper under the day of its section', () => {
    const item = (at: number) => `- [A Title ${at}](https://arxiv.org/abs/2405.0000${at})\n`;
    const text = `## 2024-05-06\n\n${item(1)}\n## Tuesday, May 7, 2024\n\n${item(2)}\n## Others\n\n${item(3)}`;
    const days = parseText(text).records.map(({ listed }) => listed);
    expect(days).toEqual(['2024-05-06', '2024-05-07', null]);
  });
});
