import { describe, expect, it } from 'vitest';
import { formatLock } from '../../src/core/topics/format-lock.ts';
import { parseLock } from '../../src/core/topics/parse-lock.ts';
import { findSuccessor, retiredPath } from '../../src/retired-pages.ts';
import { pagePath } from '../../src/page-paths.ts';
import type { SiteData } from '../../scripts/compose-site.ts';
import { compose, papersOf, type Theme } from './themed-content.ts';

/** Two topics are too few for four themes: one of them falls into three parts. */
const THEMES: readonly Theme[] = ['graphs', 'speech', 'privacy', 'bandits'];
const topics = 2;
const records = (sizes: readonly number[]) =>
  THEMES.flatMap((theme, at) => papersOf(theme, 0, sizes[at]!));

const first = compose(records([40, 40, 40, 40]), { topics });
const more = compose(records([52, 60, 44, 40]), { topics, after: first });
const one = compose(records([4, 40, 4, 40]), { topics, after: more });

/** By whole id, the theme of most papers of each part. */
function themesOfParts({ papers }: SiteData): Record<string, string> {
  const own = papers.filter(({ subTopic }) => subTopic !== null);
  const parts = Object.groupBy(own, ({ topic, subTopic }) => `${topic}/${subTopic!}`);
  return Object.fromEntries(
    Object.entries(parts).map(([id, some]) => {
      const [most] = [...Map.groupBy(some!, ({ title }) => title.split(' ')[0]!)].sort(
        ([, a], [, b]) => b.length - a.length,
      );
      return [id, most![0]];
    }),
  );
}

/** Paths of the pages that never die. */
function pathsOf({ site, papers }: SiteData): Set<string> {
  return new Set([
    ...site.topics.map(({ id }) => pagePath.topic(id)),
    ...site.areas.map(({ id }) => pagePath.area(id)),
    ...site.topics.flatMap(({ id, subTopics }) =>
      subTopics.map((part) => pagePath.topic(id, 'typical', 1, part.id)),
    ),
    ...papers.map(({ id }) => pagePath.paper(id)),
  ]);
}

const endedParts = ({ site }: SiteData) => site.retired.filter(({ kind }) => kind === 'part');

describe('composeSite() and the parts of topics', () => {
  it('keeps their addresses and labels while the collection grows', () => {
    expect(new Set(Object.values(themesOfParts(first)))).toEqual(
      new Set(['graph', 'privacy', 'bandit']),
    );
    expect(themesOfParts(more)).toEqual(themesOfParts(first));
    expect(new Set(more.lock.parts)).toEqual(new Set(first.lock.parts));
    expect(endedParts(more)).toEqual([]);
  });

  it('gives the same again', () => {
    const again = compose(records([52, 60, 44, 40]), { topics, after: more });
    expect(formatLock(again.lock)).toBe(formatLock(more.lock));
    expect(again.papers).toEqual(more.papers);
  });

  it('leads from a part that has ended to its topic', () => {
    const ended = endedParts(one);
    expect(new Set(ended.map(({ id }) => id))).toEqual(new Set(Object.keys(themesOfParts(more))));
    for (const part of ended) {
      const [topic] = part.id.split('/');
      expect(part).toMatchObject({ successor: null, topic });
      expect(findSuccessor(part, one.site)?.path).toBe(pagePath.topic(topic!));
    }
  });

  it('gives a part that comes back its address again', () => {
    const back = compose(records([52, 60, 44, 40]), { topics, after: one });
    expect(themesOfParts(back)).toEqual(themesOfParts(more));
    expect(endedParts(back)).toEqual([]);
  });

  it('leads from a part to that which took most of its papers', () => {
    const [slug, ...others] = first.lock.parts.map((part) => part.slug);
    // As if an earlier build had had the part in two.
    const papers = first.lock.papers
      .entries()
      .filter(([, { part }]) => part === slug)
      .take(15)
      .map(([id, paper]) => [id, { ...paper, part: `${slug!}-half` }] as const);
    const half = { slug: `${slug!}-half`, label: 'Half' };
    const lock = {
      ...first.lock,
      parts: [...first.lock.parts, half],
      papers: new Map([...first.lock.papers, ...papers]),
    };
    const after = { ...first, lock };
    const next = compose(records([40, 40, 40, 40]), { topics, after, refit: true });
    expect(Object.keys(themesOfParts(next)).sort()).toEqual([slug, ...others].sort());
    expect(endedParts(next)).toEqual([
      { kind: 'part', id: half.slug, label: 'Half', successor: slug, topic: slug!.split('/')[0] },
    ]);
    expect(findSuccessor(endedParts(next)[0]!, next.site)?.path).toBe(pagePath.part(slug!));
    // And further, when that ends too.
    const last = compose(records([4, 40, 4, 40]), { topics, after: next });
    expect(endedParts(last).find(({ id }) => id === half.slug)?.successor).toBeNull();
  });

  it('names parts after a build whose lock knew none', () => {
    const old = parseLock(
      'lock',
      formatLock(first.lock)
        .replace(/"parts": \[[^\]]*\],\n/, '')
        .replaceAll(/,null,null,"[^"]*\/[^"]*"\]/g, ']'),
    );
    expect(old.parts).toEqual([]);
    const next = compose(records([40, 40, 40, 40]), { topics, after: { ...first, lock: old } });
    expect(next.lock.parts).toEqual(first.lock.parts);
  });
});

describe('composeSite() after any builds', () => {
  it('has a page at each address of an earlier one, which leads to one that is there', () => {
    const [graphs] = Object.entries(themesOfParts(more)).find(([, theme]) => theme === 'graph')!;
    const [large, small] = [graphs.split('/')[0]!, 'speech-phoneme'];
    const builds = [first, more, one];
    const next = (sizes: number[], trial: Parameters<typeof compose>[1] = {}) => {
      const after = builds.at(-1)!;
      builds.push(compose(records(sizes), { topics, after, ...trial }));
    };
    next([40, 50, 40, 40], { curation: { [`${small}.md`]: `---\nmerge: [${large}]\n---\n` } });
    next([40, 50, 40, 40]);
    next([4, 50, 40, 40], { topics: 4 });
    next([40, 50, 0, 40], { refit: true });
    const ever = new Set<string>();
    for (const build of builds) {
      const living = pathsOf(build);
      const retired = build.site.retired.map(retiredPath);
      expect(retired.filter((path) => living.has(path))).toEqual([]);
      expect(new Set(retired).size).toBe(retired.length);
      for (const path of living) ever.add(path);
      const pages = new Set([...living, ...retired]);
      expect([...ever].filter((path) => !pages.has(path))).toEqual([]);
      for (const page of build.site.retired) {
        const successor = findSuccessor(page, build.site);
        if (page.kind !== 'paper') expect(living).toContain(successor?.path);
      }
    }
  }, 120_000);
});
