import { describe, expect, it } from 'vitest';
import type { WrittenPaper } from '../../../src/core/text/written-forms.ts';
import { explainTopics } from '../../../src/core/topics/explain-topics.ts';
import { labelTopics } from '../../../src/core/topics/label-topics.ts';
import { mapPapers } from '../../../src/core/topics/map-papers.ts';
import {
  modelTopics,
  type TopicModel,
  type TopicOptions,
} from '../../../src/core/topics/model-topics.ts';
import { nearestRows } from '../../../src/core/topics/nearest-rows.ts';
import { relatedPapers, relatedTo } from '../../../src/core/topics/related-papers.ts';
import { rowsOf } from './matrices.ts';
import { PAPERS, THEMES } from './three-themes.ts';

function labelsOf(model: TopicModel, papers: readonly WrittenPaper[]): string[] {
  return labelTopics({
    vocabulary: model.vectors.vocabulary,
    papers,
    topicOf: model.assignments,
    topicCount: model.centroids.rows,
  }).map(({ label }) => label);
}

/** What holds for each model: topics of falling size, finite numbers, labels that differ, reasons, a map. */
function expectSensible(model: TopicModel, papers: readonly WrittenPaper[]): void {
  const { vectors, assignments, centroids, cameFrom, stability } = model;
  const topics = centroids.rows;
  expect(assignments).toHaveLength(papers.length);
  expect(cameFrom).toEqual(Array(topics).fill(null));
  const sizes = Array.from(
    { length: topics },
    (_, topic) => assignments.filter((of) => of === topic).length,
  );
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(Math.min(...sizes)).toBeGreaterThan(0);
  expect(sizes.reduce((a, b) => a + b)).toBe(papers.length);
  for (const values of [vectors.matrix.values, vectors.rows.values, centroids.values, stability]) {
    expect(values.every(Number.isFinite)).toBe(true);
  }
  expect(stability).toHaveLength(topics);
  const labels = labelsOf(model, papers);
  for (const label of labels) expect(label).toMatch(/\S/);
  expect(new Set(labels).size).toBe(topics);
  expectReasons(model);
  expectMap(model);
}

/** Reasons just where a paper has terms, near 1 at most. */
function expectReasons({ vectors, centroids, assignments }: TopicModel): void {
  explainTopics(vectors, centroids, assignments).forEach((reason, paper) => {
    const hasTerms = rowsOf(vectors.rows)[paper]!.some((value) => value !== 0);
    expect(reason !== null).toBe(hasTerms);
    if (reason === null) return;
    expect(reason.similarity).toBeGreaterThan(0);
    expect(reason.similarity).toBeLessThanOrEqual(1 + 1e-6);
    expect(reason.terms.length).toBeGreaterThan(0);
  });
}

function expectMap({ vectors }: TopicModel): void {
  const map = mapPapers(vectors.steadyRows, nearestRows(vectors.steadyRows, 15, { seed: 1 }), {
    seed: 1,
  });
  expect(map).toMatchObject({ rows: vectors.rows.rows, cols: 2 });
  expect(map.values.every((value) => value >= 0 && value <= 1)).toBe(true);
}

const titled = (...titles: string[]): WrittenPaper[] =>
  titles.map((title) => ({ title, abstract: '' }));

const auto: TopicOptions = { topics: 'auto', seed: 1 };

describe('modelTopics(papers, options, onStage)', () => {
  const model = modelTopics(PAPERS, auto);

  it('finds the themes of a collection, each in its own words', () => {
    expectSensible(model, PAPERS);
    expect(model.centroids.rows).toBe(THEMES);
    // Rows i, i + 3, i + 6, … have one theme, and so one topic.
    expect([...model.assignments]).toEqual(PAPERS.map((_, row) => model.assignments[row % THEMES]));
    const labels = labelsOf(model, PAPERS);
    expect([0, 1, 2].map((row) => labels[model.assignments[row]!])).toEqual([
      'Diffusion models',
      'Markov decision processes',
      'Graph neural networks',
    ]);
    for (const value of model.stability) expect(value).toBeGreaterThan(0.9);
  });

  it.each([1, 2, 3, 4, 5])('finds them at any seed (%i)', (seed) => {
    for (const topics of ['auto', THEMES] as const) {
      const { assignments, centroids } = modelTopics(PAPERS, { topics, seed });
      expect(centroids.rows).toBe(THEMES);
      expect([...assignments]).toEqual(PAPERS.map((_, row) => assignments[row % THEMES]));
    }
  });

  it('relates papers to others of their theme, by terms that both write', () => {
    const { vectors } = model;
    const near = nearestRows(vectors.steadyRows, 8, { seed: 1 });
    const options = { most: 8, sharedMost: 5 };
    const related = relatedPapers(vectors.matrix, vectors.steadyRows, near, options);
    PAPERS.forEach((_, paper) => {
      const [first] = relatedTo(related, paper);
      expect(first!.row % THEMES).toBe(paper % THEMES);
      expect(first!.shared.length).toBeGreaterThan(0);
    });
  });

  it('explains a paper by words of its theme', () => {
    const words = [
      /diffusion|image|denois|prompt|noise/,
      /decision|reward|polic|agent/,
      /graph|node/,
    ];
    const reasons = explainTopics(model.vectors, model.centroids, model.assignments);
    reasons.forEach((reason, paper) => {
      const written = reason!.terms.map(({ column }) => model.vectors.vocabulary.terms[column]!);
      expect(written.join(', ')).toMatch(words[paper % THEMES]!);
    });
  });

  it('reports what it did', () => {
    const { report } = model;
    expect(report).toMatchObject({ seed: 1, dimensions: 12, agreement: null });
    expect(report.terms).toBe(model.vectors.vocabulary.terms.length);
    expect(report.terms).toBeGreaterThan(20);
    expect(report.runs).toBeGreaterThanOrEqual(40);
    expect(report.leastRecurrence).toBe(0.5);
    expect(report.recurrences[THEMES - 1]).toBeGreaterThanOrEqual(0.5);
    expect(report.recurrences).toEqual(report.recurrences.toSorted((a, b) => b - a));
  });

  it('names each stage as it ends', () => {
    const stages: string[] = [];
    modelTopics(titled('Graph kernels'), auto, (stage) => stages.push(stage));
    expect(stages).toEqual(['vectors', 'clusters']);
  });

  it('gives the same for the same papers and seed', () => {
    expect(modelTopics(PAPERS, auto)).toEqual(model);
  });

  it('takes the number of topics that the operator sets, up to that of the papers that differ', () => {
    for (const topics of [1, 2, 5, 12, 24]) {
      const asked = modelTopics(PAPERS, { topics, seed: 1 });
      expectSensible(asked, PAPERS);
      expect(asked.centroids.rows).toBe(topics);
    }
    const few = titled('Graph kernels', 'Diffusion', 'Regret', 'Regret');
    expectSensible(modelTopics(few, { topics: 50, seed: 1 }), few);
    expect(modelTopics(few, { topics: 50, seed: 1 }).centroids.rows).toBe(3);
  });

  it('throws RangeError for no paper and for less than one topic', () => {
    expect(() => modelTopics([], auto)).toThrow(RangeError);
    expect(() => modelTopics(PAPERS, { topics: 0, seed: 1 })).toThrow(RangeError);
    expect(() => modelTopics(PAPERS, { topics: 1.5, seed: 1 })).toThrow(RangeError);
  });
});

const ABSTRACT = PAPERS[0]!.abstract;

describe('modelTopics(papers, options) at the edges', () => {
  it.each([
    ['one paper', titled('Graph kernels')],
    ['two papers', titled('Graph kernels', 'Regret bounds')],
    ['two papers of one text', titled('Graph kernels', 'Graph kernels')],
    ['three papers of one text', titled('Graph kernels', 'Graph kernels', 'Graph kernels')],
    [
      'three papers of one abstract',
      titled('A', 'B', 'C').map((p) => ({ ...p, abstract: ABSTRACT })),
    ],
    ['30 papers of one text', titled(...Array.from({ length: 30 }, () => 'Graph kernels'))],
    ['30 papers of one abstract', Array.from({ length: 30 }, () => PAPERS[0]!)],
    ['papers that come twice', [...PAPERS, ...PAPERS]],
    ['empty texts', titled('', '', '')],
    ['30 empty texts', titled(...Array.from({ length: 30 }, () => ''))],
    ['texts without any term', titled('The of and', 'To be or not to be', '12, 3')],
    ['30 texts without any term', titled(...Array.from({ length: 30 }, () => 'this and that'))],
    ['a paper without terms among others', [...PAPERS, ...titled('')]],
    ['papers without an abstract', PAPERS.map((paper) => ({ ...paper, abstract: '' }))],
    ['some papers without an abstract', PAPERS.map((p, i) => (i % 2 ? p : { ...p, abstract: '' }))],
    [
      'abstracts of three words',
      PAPERS.map(({ abstract }) => ({
        title: '',
        abstract: abstract.split(' ').slice(0, 3).join(' '),
      })),
    ],
    ['papers without a common word', titled(...Array.from({ length: 26 }, (_, i) => `only${i}x`))],
  ])('makes a sensible model of %s', (_, papers) => {
    for (const topics of ['auto', 1, 2, 9, 100] as const) {
      expectSensible(modelTopics(papers, { topics, seed: 1 }), papers);
    }
  });

  it('puts papers of one text into one topic named by their words, however many are asked for', () => {
    for (const count of [1, 2, 3, 30]) {
      const papers = titled(...Array.from({ length: count }, () => 'Graph kernels'));
      for (const topics of ['auto', 7] as const) {
        expect(labelsOf(modelTopics(papers, { topics, seed: 1 }), papers)).toEqual([
          'Graph kernels',
        ]);
      }
    }
  });

  it('takes papers in other languages along', () => {
    const papers = [
      ...PAPERS,
      {
        title: 'Modèles de diffusion',
        abstract: 'Nous étudions la génération d’images par des modèles de diffusion latents.',
      },
      { title: '扩散模型', abstract: '我们提出一种用于图像生成的扩散模型，并给出实验结果。' },
    ];
    const mixed = modelTopics(papers, auto);
    expectSensible(mixed, papers);
    expect(mixed.centroids.rows).toBe(THEMES);
    // The French paper shares "diffusion" with its theme; the Chinese one nothing.
    expect(mixed.assignments[24]).toBe(mixed.assignments[0]);
    const { rows, matrix } = mixed.vectors;
    const near = nearestRows(rows, 8, { seed: 1 });
    expect(relatedPapers(matrix, rows, near, { most: 8, sharedMost: 5 }).counts[25]).toBe(0);
  });
});

describe('modelTopics(papers, options) on themes without a common word', () => {
  /** Papers in turn of each theme; a theme has twelve made-up words, a paper eight of them. */
  function disjointThemes(themes: number, papersEach: number): WrittenPaper[] {
    return Array.from({ length: themes * papersEach }, (_, row) => {
      const theme = row % themes;
      const words = Array.from({ length: 8 }, (__, i) => `w${theme}x${(row * 7 + i * 5) % 12}`);
      return { title: '', abstract: words.join(', ') };
    });
  }

  it.each([
    [3, 8, 'auto'],
    [3, 8, 3],
    [7, 15, 'auto'],
    [6, 6, 6],
  ] as const)(
    'finds %i themes of %i papers (topics: %s) at each of three seeds',
    (themes, each, topics) => {
      for (const seed of [1, 2, 3]) {
        const { assignments } = modelTopics(disjointThemes(themes, each), { topics, seed });
        const found = [...assignments].map((topic, row) => `${row % themes} ${topic}`);
        expect(new Set(found).size).toBe(themes);
        expect(new Set(assignments).size).toBe(themes);
      }
    },
  );
});
