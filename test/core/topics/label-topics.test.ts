import { describe, expect, it } from 'vitest';
import { findAcronyms } from '../../../src/core/text/acronyms.ts';
import { porterStem, splitWords } from '../../../src/core/text/natural.ts';
import { academicStems } from '../../../src/core/text/stop-words.ts';
import { buildVocabulary } from '../../../src/core/text/vocabulary.ts';
import type { WrittenPaper } from '../../../src/core/text/written-forms.ts';
import { countWords, stemsOf } from '../../../src/core/topics/label-words.ts';
import {
  type LabelTask,
  labelTopics,
  proposeLabels,
  type TopicLabel,
} from '../../../src/core/topics/label-topics.ts';
import type { LabelOption } from '../../../src/core/topics/compose-label.ts';
import { WordingReader } from '../../../src/core/topics/wording.ts';
import { PAPERS, THEMES } from './three-themes.ts';

function label(
  papers: readonly WrittenPaper[],
  topicOf: readonly number[],
  given: Pick<LabelTask, 'fixed' | 'parents' | 'reserved'> = {},
): TopicLabel[] {
  return labelTopics({
    // Of three topics each has the terms of a third of the papers.
    vocabulary: buildVocabulary(papers, { maxShare: 1 }),
    papers,
    topicOf: Uint32Array.from(topicOf),
    topicCount: Math.max(...topicOf) + 1,
    ...given,
  });
}

const namesOf = (topics: readonly TopicLabel[]) => topics.map((topic) => topic.label);

const abstracts = (...texts: string[]): WrittenPaper[] =>
  texts.map((abstract) => ({ title: '', abstract }));

/** Two to four words, and no label that equals another, contains it or is a part of it. */
function expectGoodLabels(labels: readonly string[]): void {
  const stems = labels.map((name) => new Set(stemsOf(name)));
  labels.forEach((name, at) => {
    expect(countWords(name)).toBeGreaterThanOrEqual(2);
    expect(countWords(name)).toBeLessThanOrEqual(4);
    stems.forEach((other, index) => {
      if (index !== at)
        expect(stems[at]!.isSubsetOf(other), `${name} in ${labels[index]!}`).toBe(false);
    });
  });
}

describe('labelTopics(task)', () => {
  const topicOf = PAPERS.map((_, row) => row % THEMES);
  const topics = label(PAPERS, topicOf);

  it('names topics by their phrases as papers write them', () => {
    expect(namesOf(topics)).toEqual([
      'Diffusion models',
      'Markov decision processes',
      'Graph neural networks',
    ]);
  });

  it('takes no term with a word that abstracts of any field have', () => {
    const terms = topics.flatMap((topic) => [topic.label, ...topic.terms.map(({ term }) => term)]);
    const stems = terms.flatMap((term) => splitWords(term.toLowerCase()).map(porterStem));
    expect(stems.filter((stem) => academicStems.has(stem))).toEqual([]);
  });

  it('lists at most ten different terms of positive weight, heaviest first', () => {
    for (const { terms } of topics) {
      const weights = terms.map(({ weight }) => weight);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      expect(weights.at(-1)).toBeGreaterThan(0);
      expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
      expect(terms.length).toBeLessThanOrEqual(10);
    }
  });

  it('lists no term that is part of another or short for it', () => {
    const text = 'state space models, or state space models (SSMs); a scan. A recurrence';
    const terms = label(abstracts(text, text), [0, 0])[0]!.terms.map(({ term }) => term);
    expect(terms).toContain('state space models');
    expect(terms).not.toContain('SSMs');
    expect(terms.filter((term) => /space|state/.test(term))).toHaveLength(1);
  });

  it('lists a term where it weighs most', () => {
    const papers = abstracts(
      'graph. graph. graph. tree. kernel, lattice',
      'graph. poset, matroid. polytope, simplex. knot, braid. sheaf, stack. ring, torus. lemma, cone. tensor',
    );
    const [first, second] = label(papers, [0, 1]);
    expect(first!.terms.map(({ term }) => term)).toContain('graph');
    expect(second!.terms.map(({ term }) => term)).not.toContain('graph');
  });

  it('joins words with another term, since one word is no label', () => {
    const labels = namesOf(label(abstracts('galaxies, quasars', 'knots, braids'), [0, 1]));
    expect(labels).toEqual(['Galaxies and quasars', 'Braids and knots']);
  });

  it('keeps capitals as the papers write them', () => {
    const text = 'With CLIP we do optical character recognition (OCR). And CLIP on mRNA too';
    expect(label(abstracts(text, text), [0, 0])[0]!.label).toMatch(/CLIP|OCR|Optical|mRNA/);
    expect(label(abstracts('on mRNA, CLIP', 'on mRNA, CLIP'), [0, 0])[0]!.label).toBe(
      'CLIP and mRNA',
    );
  });

  it('takes neither numbers nor names of products', () => {
    const text = 'We ask GPT-4o about WebShop, quasars and galaxies';
    expect(label(abstracts(text, text), [0, 0])[0]!.label).toBe('Galaxies and quasars');
  });

  it('takes a name that most papers of the topic have before one that is only its own', () => {
    const own = (name: string) => `${name}. Video synthesis`;
    const papers = abstracts(
      ...Array.from({ length: 2 }, () => own('Self forcing, self forcing, self forcing')),
      ...Array.from({ length: 8 }, () => 'On video synthesis'),
      ...Array.from({ length: 9 }, () => 'graph kernel'),
      'video synthesis',
    );
    const topicOf = papers.map((_, row) => (row < 10 ? 0 : 1));
    expect(label(papers, topicOf)[0]!.label).toBe('Video synthesis');
  });

  it('says what a lone acronym stands for', () => {
    const text = 'a mixture-of-experts (MoE) with MoE, MoE';
    expect(namesOf(label(abstracts(text, text), [0, 0]))).toEqual(['Mixture of experts']);
  });

  it('leaves a label to the topic that has no other', () => {
    const papers = abstracts(
      'graph kernel, graph kernel, graph kernel, tensor lattice, tensor lattice',
      'graph kernel, graph kernel, graph kernel, tensor lattice, tensor lattice',
      'graph kernel',
      'graph kernel',
    );
    expect(namesOf(label(papers, [0, 0, 1, 1]))).toEqual(['Tensor lattice', 'Graph kernel']);
  });

  it('leaves to topics the labels that they need, and names an area by what they share', () => {
    const papers = abstracts(
      ...Array.from({ length: 4 }, () => 'graph kernel, graph kernel. knot theory'),
      'tensor lattice, tensor lattice. knot theory',
      'tensor lattice, tensor lattice. knot theory',
      'quasar galaxy, quasar galaxy',
    );
    const task = {
      vocabulary: buildVocabulary(papers, { maxShare: 1 }),
      papers,
      topicOf: Uint32Array.of(0, 0, 0, 0, 1, 1, 2),
      topicCount: 3,
    };
    const area = { ...task, topicOf: Uint32Array.of(0, 0, 0, 0, 0, 0, 1), topicCount: 2 };
    const children = proposeLabels(task);
    const areas = labelTopics({ ...area, partOf: task.topicOf, children });
    expect(areas[0]!.label).toBe('Knot theory');
  });

  it.each([
    ['its own', [0, 0, 1], 'Diffusion models'],
    ['another', [1, 0, 0], 'Knot theory'],
  ])('weighs for an area what a topic of %s loses', (_, areaOfTopic, expected) => {
    const option = (name: string, score: number) => ({ label: name, parts: [name], score });
    const reader = new WordingReader(new Map());
    const proposals = (options: LabelOption[][]) => ({
      candidates: options.map(() => []),
      options,
      reader,
    });
    const children = proposals([
      [option('Diffusion language models', 1), option('Parallel decoding', 0.6)],
      [option('Graph kernels', 1)],
      [option('Tensor lattices', 1)],
    ]);
    const areas = labelTopics(
      {
        papers: [],
        vocabulary: buildVocabulary(abstracts('graph')),
        topicOf: Uint32Array.from(areaOfTopic),
        topicCount: 2,
        partOf: Uint32Array.of(0, 1, 2),
        children,
      },
      proposals([
        [option('Diffusion models', 1), option('Knot theory', 0.4)],
        [option('Ring ideals', 1)],
      ]),
    );
    expect(areas[0]!.label).toBe(expected);
  });

  it('never gives two topics labels that contain each other', () => {
    const same = Array.from({ length: 6 }, () => 'graph kernels. graph kernel. lattice');
    expectGoodLabels(namesOf(label(abstracts(...same), [0, 1, 2, 3, 4, 5])));
  });

  it('keeps labels that are fixed, and still lists the terms of their topics', () => {
    const kept = label(PAPERS, topicOf, { fixed: ['Pictures', null, null] });
    expect(kept[0]!.label).toBe('Pictures');
    expect(kept[0]!.terms).toEqual(topics[0]!.terms);
    expect(namesOf(kept).slice(1)).toEqual(namesOf(topics).slice(1));
  });

  it.each([
    ['equals', 'Diffusion model'],
    ['contains', 'Latent diffusion models'],
    ['is a part of', 'Diffusion'],
  ])('gives no label that a fixed or reserved one %s', (_, taken) => {
    for (const given of [{ reserved: [taken] }, { fixed: [null, taken, null] }]) {
      const labels = namesOf(label(PAPERS, topicOf, given));
      expect(labels[0]).not.toBe('Diffusion models');
      expectGoodLabels([labels[0]!, labels[2]!]);
      const stems = new Set(stemsOf(labels[0]!));
      expect(stems.isSupersetOf(new Set(stemsOf(taken)))).toBe(false);
    }
  });

  it.each([
    ['a hyphen', 'multi-modal models. multi-modal models', 'multimodal models. multimodal models'],
    ['an acronym', 'LLM agents, LLM agents', 'large language model agents (LLM)'],
    ['a Latin plural', 'Nash equilibrium. Nash equilibrium', 'Nash equilibria. Nash equilibria'],
  ])('gives no two labels that differ by %s alone', (_, left, right) => {
    const papers = abstracts(`${left}. A graph kernel`, `${right}. A tensor lattice`);
    const reader = new WordingReader(findAcronyms(papers));
    const [first, second] = namesOf(label(papers, [0, 1]));
    expect(reader.overlap(first!, second!), `${first} and ${second}`).toBe(false);
  });

  it('gives no label that says the words of its area, or of another, by an acronym', () => {
    const text = 'MDPs, and Markov decision processes (MDPs); knots and braids';
    const papers = abstracts(text, text);
    const area = 'Markov decision processes';
    expect(namesOf(label(papers, [0, 0], { parents: [area], reserved: [area] }))).toEqual([
      'Braids and knots',
    ]);
  });

  it('gives no label made of words of its area', () => {
    const parents = ['Models of diffusion and pictures', null, null];
    const [first, ...others] = namesOf(label(PAPERS, topicOf, { parents }));
    expect(new Set(stemsOf(first!)).isSubsetOf(new Set(stemsOf(parents[0]!)))).toBe(false);
    expect(others).toEqual(namesOf(topics).slice(1));
  });

  it('names a topic without a good phrase after its term, and others as such', () => {
    expect(namesOf(label(abstracts('', 'the', 'graph', ''), [0, 1, 2, 3]))).toEqual([
      'Other papers',
      'Other studies (2)',
      'Graph papers',
      'Other studies (3)',
    ]);
  });

  it('gives good labels to topics that have little to do with the texts', () => {
    for (const count of [1, 2, 5, 8, 12, 24]) {
      const mixed = label(
        PAPERS,
        PAPERS.map((_, row) => (row * 7) % count),
      );
      expectGoodLabels(namesOf(mixed).filter((name) => !/\(\d+\)$/.test(name)));
      expect(new Set(namesOf(mixed)).size).toBe(count);
    }
  });
});
