import { describe, expect, it } from 'vitest';
import { porterStem, splitWords } from '../../../src/core/text/natural.ts';
import { academicStems } from '../../../src/core/text/stop-words.ts';
import { buildVocabulary } from '../../../src/core/text/vocabulary.ts';
import type { WrittenPaper } from '../../../src/core/text/written-forms.ts';
import { classTfIdf } from '../../../src/core/topics/class-tf-idf.ts';
import { labelTopics, type TopicLabel } from '../../../src/core/topics/label-topics.ts';
import { PAPERS, THEMES } from './three-themes.ts';

function label(
  papers: readonly WrittenPaper[],
  topicOf: readonly number[],
  topics: number,
): TopicLabel[] {
  const vocabulary = buildVocabulary(papers);
  const rows = Uint32Array.from(topicOf);
  return labelTopics(vocabulary, classTfIdf(vocabulary, rows, topics), rows, papers);
}

const abstracts = (...texts: string[]): WrittenPaper[] =>
  texts.map((abstract) => ({ title: '', abstract }));

describe('labelTopics(vocabulary, weights, topicOf, papers)', () => {
  const topicOf = PAPERS.map((_, row) => row % THEMES);
  const labels = label(PAPERS, topicOf, THEMES);

  it('names topics by their phrases as papers write them', () => {
    expect(labels.map((topic) => topic.label)).toEqual([
      'Diffusion models and image generation',
      'Markov decision processes and reinforcement learning',
      'Graph neural networks and nodes',
    ]);
  });

  it('takes no term with a word that abstracts of any field have', () => {
    const terms = labels.flatMap((topic) => [topic.label, ...topic.terms.map(({ term }) => term)]);
    const stems = terms.flatMap((term) => splitWords(term.toLowerCase()).map(porterStem));
    expect(stems.filter((stem) => academicStems.has(stem))).toEqual([]);
  });

  it('lists at most ten different terms of positive weight, heaviest first', () => {
    for (const { terms } of labels) {
      const weights = terms.map(({ weight }) => weight);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      expect(weights.at(-1)).toBeGreaterThan(0);
      expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
      expect(terms.length).toBeLessThanOrEqual(10);
    }
  });

  it('lists no term that is part of another or short for it', () => {
    const papers = abstracts(
      'state space models (SSMs); SSMs scan. A recurrence',
      'state space models (SSMs); SSMs scan. A recurrence',
    );
    const terms = label(papers, [0, 0], 1)[0]!.terms.map(({ term }) => term);
    expect(terms).toContain('state space models');
    expect(terms).not.toContain('SSMs');
    expect(terms.filter((term) => /space|state/.test(term))).toHaveLength(1);
  });

  it('names a topic by terms that weigh more in it than in any other', () => {
    // "graph" is heavier in topic 0, though topic 1 has it as well.
    const [first, second] = label(
      abstracts('graph. graph. graph. tree', 'graph. kernel. lattice'),
      [0, 1],
      2,
    );
    expect(first!.label).toBe('Graph and tree');
    expect(second!.label).toBe('Kernel and lattice');
  });

  it('never gives two topics the same label', () => {
    const same = abstracts('graph. kernel', 'graph. kernel', 'graph. kernel');
    const names = label(same, [0, 1, 2], 3).map((topic) => topic.label);
    expect(new Set(names).size).toBe(3);
  });

  it('tells topics apart by number where they have no term', () => {
    const names = label(abstracts('', 'the', 'graph'), [0, 1, 2], 3).map((topic) => topic.label);
    expect(names).toEqual(['Other papers', 'Other papers (2)', 'Graph']);
  });
});
