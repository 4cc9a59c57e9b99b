import fc from 'fast-check';
import { MARKS } from '../../../src/core/topics/assign-marks.ts';
import type { LockedPaper, TopicsLock } from '../../../src/core/topics/topics-lock.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(?:-[a-z0-9]{1,4})?$/);
const label = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== '');
/** A number of four digits behind the point. */
const decimal = fc
  .integer({ min: -20_000, max: 20_000 })
  .map((tenThousandths) => tenThousandths / 1e4);
const share = fc.integer({ min: 0, max: 1e4 }).map((tenThousandths) => tenThousandths / 1e4);
const term = fc.record({ term: fc.string({ unit: 'binary' }), weight: decimal });

/** Locks whose numbers have four digits behind the point. */
export const arbitraryLock: fc.Arbitrary<TopicsLock> = fc
  .record({
    areas: fc.uniqueArray(slug, { maxLength: 4 }),
    topics: fc.uniqueArray(slug, { minLength: 1, maxLength: 6 }),
    gone: fc.uniqueArray(slug, { maxLength: 3 }),
    papers: fc.uniqueArray(slug, { maxLength: 12 }),
    parts: fc.uniqueArray(slug, { maxLength: 3 }),
    asked: fc.option(fc.integer({ min: 1, max: 1000 })),
  })
  .chain(({ areas, topics, gone, papers, parts, asked }) => {
    const ended = parts.map((part) => `${topics[0]!}/${part}`);
    const living = ended.splice(0, 1);
    const paper: fc.Arbitrary<LockedPaper> = fc.record(
      {
        topic: fc.constantFrom(...topics),
        position: fc.tuple(share, share),
        identity: fc.constantFrom('arXiv:2401.00001', 'arXiv:math/0601001', 'doi:10.1/a"b'),
        joined: fc.integer({ min: 2, max: 9 }),
        ...(living.length > 0 && { part: fc.constantFrom(...living) }),
      },
      { requiredKeys: ['topic', 'position'] },
    );
    const retired = gone.filter((old) => !topics.includes(old));
    return fc.record({
      asked: fc.constant(asked),
      areas: fc.tuple(...areas.map((area) => fc.record({ slug: fc.constant(area), label }))),
      topics: fc.tuple(
        ...topics.map((topic) =>
          fc.record(
            {
              slug: fc.constant(topic),
              label,
              area: fc.constantFrom(null, ...areas),
              stability: fc.option(share),
              terms: fc.array(term, { maxLength: 3 }),
              mark: fc.integer({ min: 0, max: MARKS - 1 }),
            },
            { requiredKeys: ['slug', 'label', 'area', 'stability', 'terms'] },
          ),
        ),
      ),
      parts: fc.tuple(...living.map((part) => fc.record({ slug: fc.constant(part), label }))),
      retired: fc.tuple(
        ...ended.map((part) =>
          fc.record({
            kind: fc.constant('part' as const),
            slug: fc.constant(part),
            label,
            successor: fc.constantFrom(null, ...living),
          }),
        ),
        ...retired.map((old) =>
          fc.record({
            kind: fc.constant('topic' as const),
            slug: fc.constant(old),
            label,
            successor: fc.constantFrom(null, ...topics),
          }),
        ),
        fc.record(
          {
            kind: fc.constant('paper' as const),
            slug: fc.constant('a-paper-that-is-gone'),
            label,
            successor: fc.constant(null),
            topic: fc.constantFrom(...topics, 'old'),
            identity: fc.constant('arXiv:2401.00001'),
          },
          { requiredKeys: ['kind', 'slug', 'label', 'successor'] },
        ),
      ),
      papers: fc
        .tuple(...papers.map((id) => fc.tuple(fc.constant(id), paper)))
        .map((entries) => new Map(entries)),
      builds: fc.array(fc.constantFrom('2025-12-31', '2026-02-28'), { maxLength: 3 }),
      authors: fc.uniqueArray(slug, { maxLength: 3 }),
      organizations: fc.uniqueArray(slug, { maxLength: 2 }),
      digests: fc.uniqueArray(fc.record({ slug, label }), {
        maxLength: 2,
        selector: (digest) => digest.slug,
      }),
    });
  });

/** A lock of the size that a collection of so many papers has. */
export function lockOf(papers: number, topics: number): TopicsLock {
  const slugOf = (topic: number) => `graph-neural-networks-for-molecules-${topic}`;
  return {
    asked: null,
    areas: [{ slug: 'graphs', label: 'Graphs' }],
    topics: Array.from({ length: topics }, (_, topic) => ({
      slug: slugOf(topic),
      label: `Graph neural networks for molecules ${topic}`,
      area: 'graphs',
      stability: 0.8123,
      terms: Array.from({ length: 50 }, (_, term) => ({
        term: `neural network ${term}`,
        weight: 1 / (term + 3),
      })),
    })),
    parts: [],
    retired: [{ kind: 'topic', slug: 'old', label: 'Old', successor: slugOf(0) }],
    papers: new Map(
      Array.from({ length: papers }, (_, paper) => [
        `2401-12345-a-title-of-some-words-that-is-as-long-as-others-${String(paper).padStart(6, '0')}`,
        { topic: slugOf(paper % topics), position: [Math.sin(paper) ** 2, Math.cos(paper) ** 2] },
      ]),
    ),
    builds: [],
    authors: [],
    organizations: [],
    digests: [],
  };
}
