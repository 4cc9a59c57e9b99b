import { describe, expect, it } from 'vitest';
import type { WrittenPaper } from '../../../src/core/text/written-forms.ts';
import { modelTopics, type TopicModel } from '../../../src/core/topics/model-topics.ts';
import { embedPapers } from '../../../src/core/topics/embed-papers.ts';
import { clusterMeans } from '../../../src/core/topics/k-means.ts';
import { rowsOf } from './matrices.ts';
import { PAPERS, THEMES } from './three-themes.ts';

/** What holds for each model: every paper once, labels that differ, sizes that fall. */
function expectSensible(model: TopicModel, papers: number): void {
  const { topics, topicOf, related } = model;
  expect(topicOf).toHaveLength(papers);
  expect(related).toHaveLength(papers);
  const rows = topics.flatMap((topic) => topic.papers);
  expect(rows.toSorted((a, b) => a - b)).toEqual([...topicOf.keys()]);
  topics.forEach((topic, number) => {
    expect(topic.papers.length).toBeGreaterThan(0);
    expect(topic.papers.every((paper) => topicOf[paper] === number)).toBe(true);
    expect(topic.label).toMatch(/\S/);
  });
  const sizes = topics.map((topic) => topic.papers.length);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  expect(new Set(topics.map(({ label }) => label)).size).toBe(topics.length);
}

const titled = (...titles: string[]): WrittenPaper[] =>
  titles.map((title) => ({ title, abstract: '' }));

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('modelTopics(papers, options)', () => {
  const model = modelTopics(PAPERS, { topics: 'auto', seed: 1 });

  it('finds the themes of a collection, each in its own words', () => {
    expectSensible(model, PAPERS.length);
    expect(model.topics).toHaveLength(THEMES);
    // Rows i, i + 3, i + 6, … have one theme, and so one topic.
    expect(model.topicOf).toEqual(PAPERS.map((_, row) => model.topicOf[row % THEMES]));
    const labels = [0, 1, 2].map((row) => model.topics[model.topicOf[row]!]!.label);
    expect(labels[0]).toMatch(/^Diffusion models and /);
    expect(labels[1]).toMatch(/^Markov decision processes and /);
    expect(labels[2]).toMatch(/^Graph neural networks and /);
  });

  it('orders papers by typicality and other topics by nearness', () => {
    const { rows } = embedPapers(PAPERS, { topics: 'auto', seed: 1 });
    const means = rowsOf(clusterMeans(rows, Uint32Array.from(model.topicOf), THEMES));
    const vectors = rowsOf(rows);
    model.topics.forEach(({ papers, neighbours }, number) => {
      // Rows have length 1: the cosine with the centroid falls as the product does.
      const fit = papers.map((paper) => dot(vectors[paper]!, means[number]!));
      expect(fit).toEqual(fit.toSorted((a, b) => b - a));
      const others = neighbours.map(({ topic }) => topic);
      expect(others.toSorted((a, b) => a - b)).toEqual([0, 1, 2].filter((n) => n !== number));
      const scores = neighbours.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    });
  });

  it('relates papers to others of their theme, by terms that both write', () => {
    model.related.forEach((related, row) => {
      expect(related.length).toBeLessThanOrEqual(8);
      expect(related.map(({ paper }) => paper)).not.toContain(row);
      expect(related[0]!.paper % THEMES).toBe(row % THEMES);
      for (const { shared } of related) {
        expect(shared.length).toBeGreaterThan(0);
        expect(shared.length).toBeLessThanOrEqual(5);
      }
    });
  });

  it('reports what it did', () => {
    expect(model.report.seed).toBe(1);
    expect(model.report.dimensions).toBeGreaterThanOrEqual(2);
    // 24 papers allow 3 topics only.
    expect(model.report.trials.map(({ k }) => k)).toEqual([3]);
    expect(model.report.terms).toBeGreaterThan(20);
  });

  it('gives the same for the same papers and seed', () => {
    const again = modelTopics(PAPERS, { topics: 'auto', seed: 1 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(model));
  });

  it('takes the number of topics that the operator sets, up to that of the papers', () => {
    const five = modelTopics(PAPERS, { topics: 5, seed: 1 });
    expectSensible(five, PAPERS.length);
    expect(five.topics).toHaveLength(5);
    expect(five.report.trials).toEqual([]);
    const few = titled('Graph kernels', 'Diffusion', 'Regret');
    expectSensible(modelTopics(few, { topics: 50, seed: 1 }), 3);
    expect(modelTopics(few, { topics: 50, seed: 1 }).topics).toHaveLength(3);
  });

  it.each([
    ['one paper', titled('Graph kernels')],
    ['two papers', titled('Graph kernels', 'Regret bounds')],
    ['three papers of one text', titled('Graph kernels', 'Graph kernels', 'Graph kernels')],
    ['empty texts', titled('', '', '')],
    ['texts without any term', titled('The of and', 'To be or not to be', '12, 3')],
    ['30 texts without any term', titled(...Array.from({ length: 30 }, () => 'this and that'))],
    ['30 papers of one text', titled(...Array.from({ length: 30 }, () => 'Graph kernels'))],
    ['a paper without terms among others', [...PAPERS, ...titled('')]],
  ])('makes a model of %s', (_, papers) => {
    for (const topics of ['auto', 1, 2, 9] as const) {
      expectSensible(modelTopics(papers, { topics, seed: 1 }), papers.length);
    }
  });

  it('puts a single paper and papers of one text into one topic named by their words', () => {
    for (const papers of [titled('Graph'), titled('Graph', 'Graph', 'Graph')]) {
      const { topics } = modelTopics(papers, { topics: 'auto', seed: 1 });
      expect(topics.map(({ label }) => label)).toEqual(['Graph']);
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
    const mixed = modelTopics(papers, { topics: 'auto', seed: 1 });
    expectSensible(mixed, papers.length);
    expect(mixed.topics).toHaveLength(THEMES);
    // The French paper shares "diffusion" and "latent" with its theme; the Chinese one nothing.
    expect(mixed.topicOf[24]).toBe(mixed.topicOf[0]);
    expect(mixed.related[25]).toEqual([]);
  });

  it('throws RangeError for no paper and for less than one topic', () => {
    expect(() => modelTopics([], { topics: 'auto', seed: 1 })).toThrow(RangeError);
    expect(() => modelTopics(PAPERS, { topics: 0, seed: 1 })).toThrow(RangeError);
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
    [7, 15, 'auto'],
    [6, 6, 6],
  ] as const)('finds %i themes of %i papers (topics: %s)', (themes, each, topics) => {
    const { topicOf } = modelTopics(disjointThemes(themes, each), { topics, seed: 1 });
    const found = topicOf.map((topic, row) => `${row % themes} ${topic}`);
    expect(new Set(found).size).toBe(themes);
    expect(new Set(topicOf).size).toBe(themes);
  });
});
