import { describe, expect, it } from 'vitest';
import { formatLock } from '../../src/core/topics/format-lock.ts';
import { compose, FIVE_THEMES, papersOf, topicsOf } from './themed-content.ts';

const RECORDS = FIVE_THEMES.flatMap((theme) => papersOf(theme, 0, 24));
const NEW_THEME = papersOf('privacy', 0, 24);
const without = (theme: string) => RECORDS.filter(({ title }) => !title.startsWith(theme));

const first = compose(RECORDS);
const slugs = ({ site }: typeof first) => site.topics.map(({ id }) => id);

/** A lock without the parts of topics, which are those of topics as curated. */
function lessParts(lock: typeof first.lock): typeof first.lock {
  const papers = lock.papers.entries().map(([id, { part, ...paper }]) => {
    if (part !== undefined) expect(lock.parts.map(({ slug }) => slug)).toContain(part);
    return [id, paper] as const;
  });
  return { ...lock, parts: [], papers: new Map(papers) };
}

/** The heirs of retired topics, by slug, all of them shown. */
function heirsOf({ site }: typeof first): Record<string, string | null> {
  const shown = new Set(site.topics.map(({ id }) => id));
  const retired = site.retired.filter(({ kind }) => kind === 'topic');
  for (const { id, successor } of retired) {
    expect(shown).toContain(successor);
    expect(shown).not.toContain(id);
  }
  return Object.fromEntries(retired.map(({ id, successor }) => [id, successor]));
}

describe('composeSite() after a build of the same content', () => {
  it('gives the same lock and the same site less the drift', () => {
    const second = compose(RECORDS, { after: first });
    expect(formatLock(second.lock)).toBe(formatLock(first.lock));
    expect(second.papers).toEqual(first.papers);
    expect({ ...second.site, model: null }).toEqual({ ...first.site, model: null });
    expect({ ...second.site.model, drift: null }).toEqual(first.site.model);
    expect(second.site.model.drift).toEqual({ agreement: 1, needsRefit: false });
    expect(compose(RECORDS, { after: second })).toEqual(second);
  });

  it.each([
    ['of another number of topics', 7],
    ['of too few topics', 3],
  ])('gives the same after a refit %s too', (_, topics) => {
    const refit = compose(RECORDS, { after: first, topics });
    const again = compose(RECORDS, { after: refit, topics });
    expect(formatLock(again.lock)).toBe(formatLock(refit.lock));
    expect(again.papers).toEqual(refit.papers);
    expect(again.site.topics).toEqual(refit.site.topics);
    expect(again.notes).toEqual([]);
  });

  it('gives the same after papers came and went too', () => {
    const changed = [...without('diffusion'), ...NEW_THEME, ...papersOf('speech', 24, 40)];
    const after = compose(changed, { after: first });
    const again = compose(changed, { after });
    expect(formatLock(again.lock)).toBe(formatLock(after.lock));
    expect(again.papers).toEqual(after.papers);
  });
});

describe('composeSite() with more papers', () => {
  it('puts those of known themes into their topics, and moves no other', () => {
    const more = compose([...RECORDS, ...papersOf('graphs', 24, 34)], { after: first });
    const [before, now] = [topicsOf(first), topicsOf(more)];
    for (const [id, topic] of before) expect(now.get(id)).toBe(topic);
    expect(new Set(slugs(more))).toEqual(new Set(slugs(first)));
    expect(more.site.topics[0]).toMatchObject({ id: 'graph-node' });
    expect(more.site.topics[0]?.papers).toHaveLength(34);
    expect(more.site.retired).toEqual([]);
  });

  it('makes a new topic, of a new slug, of those of a new theme', () => {
    const more = compose([...RECORDS, ...NEW_THEME], { after: first });
    const [before, now] = [topicsOf(first), topicsOf(more)];
    for (const [id, topic] of before) expect(now.get(id)).toBe(topic);
    const added = slugs(more).filter((slug) => !slugs(first).includes(slug));
    expect(added).toEqual(['privacy-leakage']);
    expect(more.site.topics.find(({ id }) => id === added[0])?.papers).toHaveLength(24);
  });

  it('adds no topic beyond the number that the operator set', () => {
    const asked = compose(RECORDS, { topics: 5 });
    const more = compose([...RECORDS, ...NEW_THEME], { after: asked, topics: 5 });
    expect(slugs(more)).toHaveLength(5);
    expect(more.notes).toEqual([]);
  });
});

describe('composeSite() without the papers of a topic', () => {
  const fewer = compose(without('diffusion'), { after: first });

  it('retires it and names its successor', () => {
    expect(slugs(fewer)).not.toContain('diffusion-denoising');
    expect(Object.keys(heirsOf(fewer))).toEqual(['diffusion-denoising']);
  });

  it('never gives its slug to another topic, also where the same papers come again', () => {
    const again = compose(RECORDS, { after: fewer });
    expect(slugs(again)).toContain('diffusion-denoising-2');
    expect(Object.keys(heirsOf(again))).toEqual(['diffusion-denoising']);
  });

  it('lets chains of retired topics end at those that are there', () => {
    let site = fewer;
    const left = [...without('diffusion'), ...NEW_THEME];
    for (let round = 0; round < 3; round++) {
      const heir = heirsOf(site)['diffusion-denoising'];
      const topics = topicsOf(site);
      const idsOf = new Set([...topics].filter(([, topic]) => topic === heir).map(([id]) => id));
      const titles = new Set(site.papers.filter(({ id }) => idsOf.has(id)).map((p) => p.title));
      site = compose(
        left.filter(({ title }) => !titles.has(title)),
        { after: site },
      );
      expect(heirsOf(site)['diffusion-denoising']).not.toBe(heir);
    }
    expect(site.site.retired.length).toBeGreaterThan(1);
  });
});

describe('composeSite() with another number of topics in the settings', () => {
  it('fits anew, says so, keeps slugs that go on and retires the others', () => {
    const four = compose(RECORDS, { after: first, topics: 4 });
    expect(slugs(four)).toHaveLength(4);
    expect(four.notes).toEqual([
      'topics were fitted anew, because site.yaml has topics: 4, and had auto; names go on',
    ]);
    expect(four.site.model).toMatchObject({ asked: 4, drift: null });
    for (const slug of slugs(four)) expect(slugs(first)).toContain(slug);
    const [gone] = slugs(first).filter((slug) => !slugs(four).includes(slug));
    expect(Object.keys(heirsOf(four))).toEqual([gone]);
    const auto = compose(RECORDS, { after: four });
    expect(auto.notes[0]).toContain('topics: auto, and had 4');
    expect(slugs(auto)).toHaveLength(5);
  });
});

describe('composeSite({ refit: true })', () => {
  it('keeps the slugs of topics that come back, and the places of papers', () => {
    const refit = compose([...RECORDS, ...NEW_THEME], { after: first, refit: true });
    expect(refit.site.model.drift).toBeNull();
    expect(new Set(slugs(refit))).toEqual(new Set([...slugs(first), 'privacy-leakage']));
  });

  it('passes over the lock of another collection and says so', () => {
    const other = compose([...NEW_THEME, ...papersOf('speech', 90, 114)]);
    expect(() => compose(RECORDS, { after: other })).toThrow(
      /topics\.lock\.json:1: expected the lock of this collection, got that of another: of its 48 papers 0 are/,
    );
    const anew = compose(RECORDS, { after: other, refit: true });
    expect(anew.notes).toEqual([
      'content/topics.lock.json: passed over: it is that of another collection',
    ]);
    expect({ ...anew, notes: [] }).toEqual(first);
  });
});

describe('composeSite() where the operator merges', () => {
  const merge = {
    'graph-node.md': '---\nmerge: [speech-phoneme]\n---\n',
    'speech-phoneme.md': '---\nmerge: [diffusion-denoising]\n---\n',
  };

  it('shows the heir on the page of each merged topic, however long the chain', () => {
    const merged = compose(RECORDS, { after: first, curation: merge });
    expect(slugs(merged)).toHaveLength(3);
    expect(heirsOf(merged)).toEqual({
      'speech-phoneme': 'graph-node',
      'diffusion-denoising': 'graph-node',
    });
    const heir = merged.site.topics.find(({ id }) => id === 'graph-node');
    expect(heir?.papers).toHaveLength(72);
    // Measured is what the runs know, and they don't know this one.
    expect(heir?.stability).toBeNull();
    expect(formatLock(lessParts(merged.lock))).toBe(formatLock(lessParts(first.lock)));
    for (const { why } of merged.papers) expect(slugs(merged)).toContain(why?.runnerUp?.topic);
  });

  it('lists the terms of all papers that a topic has after its merges', () => {
    const merged = compose(RECORDS, { after: first, curation: merge });
    const termsOf = (id: string) =>
      merged.site.topics.find((topic) => topic.id === id)!.terms.map(({ term }) => term);
    const before = new Set(
      first.site.topics
        .filter(({ id }) => ['speech-phoneme', 'diffusion-denoising'].includes(id))
        .flatMap(({ terms }) => terms.map(({ term }) => term)),
    );
    const terms = termsOf('graph-node');
    expect(terms.length).toBeLessThanOrEqual(10);
    expect(terms.some((term) => before.has(term))).toBe(true);
    expect(merged.lock.topics).toEqual(first.lock.topics);
  });

  it('leads from a retired topic past a merged one', () => {
    const fewer = compose(without('diffusion'), { after: first });
    const heir = heirsOf(fewer)['diffusion-denoising']!;
    const into = slugs(fewer).find((slug) => slug !== heir)!;
    const curation = { [`${into}.md`]: `---\nmerge: [${heir}]\n---\n` };
    const merged = compose(without('diffusion'), { after: fewer, curation });
    expect(heirsOf(merged)).toEqual({ 'diffusion-denoising': into, [heir]: into });
  });
});
