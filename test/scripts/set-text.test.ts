import { describe, expect, it } from 'vitest';
import { parsePaper, setText } from '../../scripts/set-text.ts';
import { unknownFields } from '../../src/core/digest/digest.ts';

function setPaper(title: string, abstract: string | null = null) {
  const place = { id: 'a-paper-00000000', sources: [] };
  return setText(parsePaper({ ...unknownFields, ...place, title, abstract }));
}

describe('setText(paper)', () => {
  it('sets TeX by KaTeX for the paper’s own page, and each text that holds none not at all', () => {
    const { katex } = setPaper('Sorting in $O(n \\log n)$', 'No maths.');
    expect(katex?.titleHtml).toMatch(/^Sorting in <span class="math"><span class="katex">/);
    expect(katex).toMatchObject({ abstractHtml: null, summaryHtml: null, noteHtml: null });
  });

  it.each(['\\(x_i\\)', '$x_i$', '$$x_i$$', '\\[x_i\\]'])('knows the signs of TeX: %s', (tex) => {
    expect(setPaper('T', `Of ${tex}.`).katex?.abstractHtml).toMatch(/^Of <span .*class="katex"/);
  });

  it('leaves maths that lost its signs, and prices, as they are', () => {
    expect(setPaper('Beyond ell_1', 'From $5 to $10.')).toMatchObject({
      katex: null,
      titleHtml: 'Beyond <span class="math">ℓ<sub>1</sub></span>',
      abstractHtml: 'From $5 to $10.',
    });
  });

  it('gives lists what needs no style sheet: letters and scripts, else MathML', () => {
    expect(setPaper('In $\\mathbb{R}^d$').titleHtml).toBe(
      'In <span class="math">ℝ<sup>d</sup></span>',
    );
    const { titleHtml, abstractHtml, excerptHtml } = setPaper('T', 'Of $\\binom{n}{k}$.');
    expect(titleHtml).toBe('T');
    expect(abstractHtml).toContain('<mi>n</mi><mi>k</mi></mfrac>');
    expect(abstractHtml).not.toContain('katex-html');
    expect(excerptHtml).toBe(abstractHtml);
  });

  it('falls back to readable text for TeX that is broken or unwelcome', () => {
    const { katex, abstractHtml } = setPaper('T', 'Of $\\href{javascript:alert(1)}{x^}$ & more.');
    expect(katex?.abstractHtml).toBe(abstractHtml);
    expect(abstractHtml).toBe(
      'Of <span class="math">\\href{javascript:alert(1)}{x^}</span> &amp; more.',
    );
  });

  it('sets no page full of formulas', () => {
    expect(setPaper('T', '$x$ '.repeat(100)).katex).not.toBeNull();
    expect(setPaper('T', '$x$ '.repeat(101)).katex).toBeNull();
  });
});
