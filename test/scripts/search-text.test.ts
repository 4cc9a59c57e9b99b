import { describe, expect, it } from 'vitest';
import { partsOfNames, searchPage } from '../../scripts/search-text.ts';
import { UNKNOWN } from '../unknown-paper.ts';

describe('searchPage(paper, language)', () => {
  it('has title, authors, abstract and the rest in parts, with no markup that a digest wrote', () => {
    const page = searchPage(
      {
        ...UNKNOWN,
        titleText: 'A <b> & "c"',
        titleHtml: 'A &lt;b&gt; &amp; "c"',
        abstractHtml: 'On <em>x</em>.',
        authors: ['Ada <script>', 'Alan Turing'],
        venue: '</p><h1>NeurIPS',
        mathSources: ['\\alpha<1'],
      },
      'en',
    );
    expect(page).toBe(
      '<html lang="en"><body>' +
        '<meta data-pagefind-meta="title[content]" content="A &lt;b> &amp; &quot;c&quot;">' +
        '<h1>A &lt;b&gt; &amp; "c"</h1>' +
        '<p>⁂ Ada &lt;script> · Alan Turing</p>' +
        '<p>⁂ On <em>x</em>.</p>' +
        '<p>⁂ &lt;/p>&lt;h1>NeurIPS \\alpha&lt;1</p></body></html>',
    );
  });
});

describe('partsOfNames(text)', () => {
  it('takes compounds with capitals or digits within apart, and no others', () => {
    const text = 'VoCo-LLaMA beats Flan-PaLM and fine-tuned InsScene-15K on GPT';
    expect(partsOfNames(text)).toEqual(['VoCo', 'LLaMA', 'PaLM', 'InsScene', '15K']);
    expect(partsOfNames('state-of-the-art LLaMA')).toEqual([]);
  });
});
