import { describe, expect, it } from 'vitest';
import { type WrittenForm, writtenForms } from '../../../src/core/text/written-forms.ts';

function formOf(term: string, abstract: string, title = ''): WrittenForm | undefined {
  return writtenForms(new Set([term]), [{ title, abstract }]).get(term);
}

describe('writtenForms(terms, papers)', () => {
  it('gives a term the form that is written most often', () => {
    const abstract = 'A diffusion model. Of diffusion models and diffusion models.';
    expect(formOf('diffus model', abstract)?.form).toBe('diffusion models');
  });

  it('takes the first by code point of forms that are equally frequent, in any order', () => {
    const papers = ['diffusion models', 'diffusion model'].map((title) => ({
      title,
      abstract: '',
    }));
    for (const order of [papers, papers.toReversed()]) {
      expect(writtenForms(new Set(['diffus model']), order).get('diffus model')?.form).toBe(
        'diffusion model',
      );
    }
  });

  it('puts one space where the text breaks a line', () => {
    expect(formOf('diffus model', 'on diffusion\n models')?.form).toBe('diffusion models');
  });

  it.each([
    ['llm agent', 'On LLM agents.', 'LLM agents'],
    ['3d reconstruct', 'About 3D reconstruction.', '3D reconstruction'],
    ['markov chain', 'The Markov chains.', 'Markov chains'],
    ['graph kernel', 'Graph kernels. Graph kernels.', 'graph kernels'],
  ])('writes "%s" of "%s" as "%s"', (term, abstract, form) => {
    expect(formOf(term, abstract)?.form).toBe(form);
  });

  it('does not learn capitals from a title in Title Case, but does learn acronyms', () => {
    expect(formOf('graph kernel', '', 'Graph Kernels in Use')?.form).toBe('graph kernels');
    expect(formOf('llm agent', '', 'Our LLM Agents')?.form).toBe('LLM agents');
  });

  it('completes a phrase by the third word that most of its uses go on to', () => {
    const abstract =
      'On Markov decision processes. The Markov decision processes. A Markov decision rule.';
    expect(formOf('markov decis', abstract)?.form).toBe('Markov decision processes');
    expect(formOf('decis process', abstract)?.form).toBe('Markov decision processes');
  });

  it('does not complete a phrase of which just half of the uses go on to the same word', () => {
    const abstract = 'On Markov decision processes. The Markov decision rule.';
    expect(formOf('markov decis', abstract)?.form).toBe('Markov decision');
  });

  it('never completes over a stop word or a comma', () => {
    const abstract = 'graph kernels for trees, graph kernels, trees';
    expect(formOf('graph kernel', abstract)?.form).toBe('graph kernels');
  });

  it('counts how often a term ends its phrase', () => {
    // Of four uses only the last has no further word of content joined to it.
    const abstract =
      'pre-trained models of pre-trained networks and pre-trained encoders; all are pre-trained.';
    expect(formOf('pre train', abstract)).toEqual({ form: 'pre-trained', headShare: 0.25 });
    expect(formOf('graph kernel', 'graph kernels and a graph kernel.')?.headShare).toBe(1);
  });

  it('gives a completed phrase its own share', () => {
    // Both uses are completed, and one of the two goes on to "solver".
    const abstract = 'Markov decision process solver and a Markov decision process.';
    expect(formOf('markov decis', abstract)?.headShare).toBe(0.5);
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
    expect(formOf('context learn', abstract)?.form).toBe('in-context learning');
  });

  it('does not complete a name by an academic word', () => {
    const abstract = 'A contrastive learning framework. The contrastive learning framework.';
    expect(formOf('contrast learn', abstract)).toEqual({
      form: 'contrastive learning',
      headShare: 1,
    });
  });
});
