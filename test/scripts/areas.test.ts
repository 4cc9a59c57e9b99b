import { describe, expect, it } from 'vitest';
import { formatLock } from '../../src/core/topics/format-lock.ts';
import { compose, recordOf } from './themed-content.ts';

const SYLLABLES = ['ba', 'do', 'fi', 'ga', 'ku', 'lo', 'me', 'ni', 'pa', 'ro', 'tu', 'vi', 'zo'];

/** Five words that no other number has. */
const wordsOf = (number: number) =>
  Array.from({ length: 5 }, (_, at) => {
    const code = number * 5 + at;
    const syllable = (power: number) => SYLLABLES[Math.floor(code / 13 ** power) % 13]!;
    return `${syllable(0)}${syllable(1)}${syllable(2)}x`;
  });

/** Nine papers of a theme: most of their words are the theme's, the others those of its field. */
function papersOf(field: number, theme: number) {
  const own = wordsOf(100 + field * 5 + theme);
  const shared = wordsOf(field);
  return Array.from({ length: 9 }, (_, paper) => {
    const words = Array.from({ length: 24 }, (__, at) =>
      at % 3 === 2 ? shared[(at + paper) % 5]! : own[(at * 2 + paper) % 5]!,
    );
    return recordOf(`Paper ${paper} of ${own[0]!} ${shared[0]!}`, words.join(' '));
  });
}

const FIELDS = 6;
const THEMES = 5;
const fields = Array.from({ length: FIELDS }, (_, field) =>
  Array.from({ length: THEMES }, (__, theme) => papersOf(field, theme)).flat(),
);
const topics = FIELDS * THEMES;
const first = compose(fields.flat(), { topics });
const areasOf = ({ site }: typeof first) => site.areas.map(({ id }) => id);

/** What the pages need: each area has topics, and each retired one names one that is shown. */
function expectSound({ site }: typeof first): void {
  const shown = {
    topic: site.topics.map(({ id }) => id),
    area: site.areas.map(({ id }) => id),
    part: site.topics.flatMap((topic) => topic.subTopics.map(({ id }) => `${topic.id}/${id}`)),
    paper: [],
    author: [],
    organization: [],
    digest: [],
  };
  for (const { area } of site.topics) expect([...shown.area, null]).toContain(area);
  for (const { topics: own } of site.areas) for (const id of own) expect(shown.topic).toContain(id);
  for (const { kind, id, successor } of site.retired) {
    expect(shown[kind]).not.toContain(id);
    if (successor !== null) expect(shown[kind]).toContain(successor);
  }
}

describe('composeSite() of more than 25 topics', () => {
  it('joins them in areas, which a second build keeps', () => {
    expect(first.site.topics.length).toBeGreaterThan(25);
    expect(first.site.areas.length).toBeGreaterThan(1);
    expectSound(first);
    const second = compose(fields.flat(), { topics, after: first });
    expect(formatLock(second.lock)).toBe(formatLock(first.lock));
    expect(second.site.areas).toEqual(first.site.areas);
  });

  it('keeps areas also where topics end, and those that have none left end', () => {
    const [gone] = first.site.areas;
    const own = new Set(gone!.topics);
    const left = first.papers.filter(({ topic }) => !own.has(topic)).map(({ title }) => title);
    const records = fields.flat().filter(({ title }) => left.includes(title));
    const fewer = compose(records, { topics, after: first });
    expectSound(fewer);
    expect(areasOf(fewer)).toEqual(areasOf(first).slice(1));
    expect(fewer.site.retired).toContainEqual(
      expect.objectContaining({ kind: 'area', id: gone!.id, successor: null }),
    );
    expectSound(compose(records, { topics, after: fewer }));
  });

  it('keeps the addresses of areas that come back after a refit, and ends them below 26 topics', () => {
    const refit = compose(fields.flat(), { topics, after: first, refit: true });
    expectSound(refit);
    expect(areasOf(refit)).toEqual(areasOf(first));
    const few = compose(fields.flat(), { topics: 6, after: first });
    expectSound(few);
    expect(few.site.areas).toEqual([]);
    expect(few.site.retired.filter(({ kind }) => kind === 'area')).toHaveLength(
      first.site.areas.length,
    );
    const many = compose(fields.flat(), { topics, after: few });
    expectSound(many);
    for (const id of areasOf(first)) expect(areasOf(many)).not.toContain(id);
  });

  it('leads from an area whose topics were all merged into those of others', () => {
    const [area, other] = first.site.areas;
    const into = other!.topics[0]!;
    const curation = { [`${into}.md`]: `---\nmerge: [${area!.topics.join(', ')}]\n---\n` };
    const merged = compose(fields.flat(), { topics, after: first, curation });
    expectSound(merged);
    expect(merged.site.retired).toContainEqual({
      kind: 'area',
      id: area!.id,
      label: area!.label,
      successor: other!.id,
    });
  });
});
