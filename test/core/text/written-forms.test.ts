import { describe, expect, it } from 'vitest';
import { tellingPapers } from '../../../src/core/text/telling-papers.ts';
import { buildVocabulary } from '../../../src/core/text/vocabulary.ts';
import { type WrittenForm, writtenForms } from '../../../src/core/text/written-forms.ts';

function formOf(term: string, abstract: string, title = ''): WrittenForm | undefined {
  return writtenForms(new Set([term]), [{ title, abstract }]).get(term);
}

describe('writtenForms(terms, papers)', () => {
  it('gives a term the form that is written most often', () => {
    const abstract = 'A diffusion model. Of diffusion models and diffusion models.';
    expect(formOf('diffusion model', abstract)?.form).toBe('diffusion models');
  });

  it('gives the same form in any order of papers', () => {
    const papers = ['state-space model', 'state space model'].map((title) => ({
      title,
      abstract: '',
    }));
    for (const order of [papers, papers.toReversed()]) {
      expect(writtenForms(new Set(['space model']), order).get('space model')?.form).toBe(
        'state space model',
      );
    }
  });

  it('takes a plural that is common, since a heading names a kind of thing', () => {
    const abstract = 'A quantum circuit and a quantum circuit, that is, two quantum circuits.';
    expect(formOf('quantum circuit', abstract)?.form).toBe('quantum circuits');
  });

  it('puts one space where the text breaks a line', () => {
    expect(formOf('diffusion model', 'on diffusion\n models')?.form).toBe('diffusion models');
  });

  it.each([
    ['llm agent', 'On LLM agents.', 'LLM agents'],
    ['3d reconstruction', 'About 3D reconstruction.', '3D reconstruction'],
    ['markov chain', 'The Markov chains.', 'Markov chains'],
    ['graph kernel', 'Graph kernels. Graph kernels.', 'graph kernels'],
  ])('writes "%s" of "%s" as "%s"', (term, abstract, form) => {
    expect(formOf(term, abstract)?.form).toBe(form);
  });

  it('does not learn capitals from a title in Title Case, but does learn acronyms', () => {
    expect(formOf('graph kernel', '', 'Graph Kernels in Use')?.form).toBe('graph kernels');
    expect(formOf('llm agent', '', 'Our LLM Agents')?.form).toBe('LLM agents');
  });

  it('writes a phrase as papers do where the usual capitals of its words do not go together', () => {
    const abstract =
      'Our Transformers, some Transformers, the Transformers. On vision transformers and vision transformers.';
    expect(formOf('vision transformer', abstract)?.form).toBe('vision transformers');
    const markov = 'The Markov rule. In hidden Markov models, hidden Markov models';
    expect(formOf('hidden markov', markov)?.form).toBe('hidden Markov models');
  });

  it('completes a phrase by the third word that most of its uses go on to', () => {
    const abstract =
      'On Markov decision processes. The Markov decision processes. A Markov decision rule.';
    expect(formOf('markov decision', abstract)?.form).toBe('Markov decision processes');
    expect(formOf('decision process', abstract)?.form).toBe('Markov decision processes');
  });

  it('does not complete a phrase of which just half of the uses go on to the same word', () => {
    const abstract = 'On Markov decision processes. The Markov decision rule.';
    expect(formOf('markov decision', abstract)?.form).toBe('Markov decision');
  });

  it('completes a phrase by two more words', () => {
    const abstract = 'Monte Carlo tree search. Monte-Carlo tree search by Monte Carlo tree search';
    for (const term of ['monte carlo', 'carlo tree', 'tree search'])
      expect(formOf(term, abstract)?.form).toBe('Monte Carlo tree search');
  });

  it('takes the usual form of a completion that is written in several ways', () => {
    const abstract =
      'A state-space model. The state space models. By state space models, a space model';
    expect(formOf('space model', abstract)?.form).toBe('state space models');
  });

  it('completes a phrase by one that "with" joins to it', () => {
    const abstract = 'By reinforcement learning with verifiable rewards, verifiable rewards and';
    expect(formOf('verifiable reward', `${abstract} ${abstract}`)?.form).toBe('verifiable rewards');
    expect(
      formOf('verifiable reward', `${abstract} ${abstract} ${abstract.slice(0, 50)}`)?.form,
    ).toBe('reinforcement learning with verifiable rewards');
  });

  it('keeps a stop word or number behind a hyphen', () => {
    expect(formOf('virtual try', 'For virtual try-on. In virtual try-on')?.form).toBe(
      'virtual try-on',
    );
  });

  it('reads only the papers that tell, to the same end', () => {
    const papers = ['Graph kernels', 'Trees', 'The graph kernel of LLM agents', 'LLM agents'].map(
      (abstract) => ({ title: '', abstract }),
    );
    const terms = new Set(['graph kernel', 'llm agent', 'tree']);
    const vocabulary = buildVocabulary(papers, { maxShare: 1 });
    const telling = tellingPapers(terms, vocabulary);
    expect(telling).toEqual([0, 1, 2, 3]);
    expect(writtenForms(terms, papers, telling)).toEqual(writtenForms(terms, papers));
  });

  it('never completes over a stop word or a comma', () => {
    const abstract = 'graph kernels for trees, graph kernels, trees';
    expect(formOf('graph kernel', abstract)?.form).toBe('graph kernels');
  });

  it('counts how often a term ends its phrase', () => {
    // Of four uses only the last has no further word of content joined to it.
    const abstract =
      'pre-trained models of pre-trained networks and pre-trained encoders; all are pre-trained.';
    expect(formOf('pre trained', abstract)).toEqual({ form: 'pre-trained', headShare: 0.25 });
    expect(formOf('graph kernel', 'graph kernels and a graph kernel.')?.headShare).toBe(1);
  });

  it('gives a completed phrase its own share', () => {
    // Both uses are completed, and one of the two goes on to "solver".
    const abstract = 'Markov decision process solver and a Markov decision process.';
    expect(formOf('markov decision', abstract)?.headShare).toBe(0.5);
  });

  it('has nothing for a term that no paper holds', () => {
    expect(writtenForms(new Set(['graph']), [{ title: 'Trees', abstract: '' }]).size).toBe(0);
    expect(
      writtenForms(new Set(['graph kernel']), [{ title: 'graph, kernel', abstract: '' }]),
    ).toEqual(new Map());
  });

  it('takes one use for no usual completion', () => {
    expect(formOf('llm agent', 'We test LLM agents.')?.form).toBe('LLM agents');
  });

  it('keeps a stop word that a hyphen makes a part of the name', () => {
    const abstract = 'By in-context learning. With in-context learning.';
    expect(formOf('context learning', abstract)?.form).toBe('in-context learning');
  });

  it('does not complete a name by an academic word', () => {
    const abstract = 'A contrastive learning framework. The contrastive learning framework.';
    expect(formOf('contrastive learning', abstract)).toEqual({
      form: 'contrastive learning',
      headShare: 1,
    });
  });
});
