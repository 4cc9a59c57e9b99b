import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../src/core/paper/inline.ts';
import { parseInline } from '../../../src/core/paper/parse-inline.ts';
import {
  escapeHtml,
  inlineToHtml,
  inlineToText,
  inlineToUnicode,
  mathSources,
} from '../../../src/core/paper/inline.ts';

const TREE: Inline[] = [
  { type: 'text', value: 'a < b ' },
  { type: 'emphasis', children: [{ type: 'strong', children: [{ type: 'text', value: '"c"' }] }] },
  { type: 'math', source: 'x_"1"', html: 'x<sub>1</sub>' },
  { type: 'code', children: [{ type: 'text', value: 'd&' }] },
];

describe('inlineToText(nodes)', () => {
  it('joins text and the sources of formulas', () => {
    expect(inlineToText(TREE)).toBe('a < b "c"x_"1"d&');
  });
});

describe('inlineToHtml(nodes)', () => {
  it('escapes text and attributes and nests elements', () => {
    expect(inlineToHtml(TREE)).toBe(
      'a &lt; b <em><strong>&quot;c&quot;</strong></em>' +
        '<span class="math">x<sub>1</sub></span><code>d&amp;</code>',
    );
  });
});

describe('inlineToUnicode(nodes)', () => {
  it('joins text, styled runs and formulas without markup or entities', () => {
    expect(inlineToUnicode(TREE)).toBe('a < b "c"x₁d&');
  });

  it.each([
    ['ell_infty', 'ℓ∞'],
    ['VLM-R^3: x', 'VLM-R³: x'],
    ['S^{d-1}', 'S^(d−1)'],
    ['C^2OT', 'C²OT'],
    ['L_2^2-loss', 'L₂²-loss'],
    ['HumanEval^{+}', 'HumanEval⁺'],
    ['Phi^*_tau', 'Φ*_τ'],
    ['0 leq q < 1', '0 ≤ q < 1'],
    ['R^d and R^n', 'R^d and Rⁿ'],
    ['x^{2^n}', 'x^(2ⁿ)'],
    ['$90^\\circ$', '90°'],
  ])('reads %s', (source, expected) => {
    expect(inlineToUnicode(parseInline(source))).toBe(expected);
  });
});

describe('mathSources(nodes)', () => {
  it('names each formula once that the page shows otherwise, nested ones too', () => {
    const nested: Inline = { type: 'emphasis', children: TREE };
    expect(mathSources([...TREE, nested, { type: 'math', source: 'α', html: 'α' }])).toEqual([
      'x_"1"',
      'x1',
      'x_1',
    ]);
  });

  it.each([
    ['ell_infty', ['ell_infty', 'ell_{infty}', 'ℓ∞', 'ℓ_∞']],
    ['ell_{infty}', ['ell_{infty}', 'ell_infty', 'ℓ∞', 'ℓ_∞']],
    ['θ^star', ['θ^star', 'θ^{star}', 'θ⋆', 'θ^⋆']],
    ['S^{d-1}', ['S^{d-1}', 'Sd−1']],
    ['x^2', ['x^2', 'x^{2}', 'x2']],
  ])('gives the spellings of %s', (source, expected) => {
    expect(mathSources(parseInline(source))).toEqual(expected);
  });

  it('gives a long formula only as written', () => {
    const source = 'x_1+'.repeat(20) + 'x_2';
    expect(mathSources(parseInline(source))).toEqual([source]);
  });
});

describe('escapeHtml(text)', () => {
  it('escapes all that ends text or an attribute', () => {
    expect(escapeHtml(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;');
  });
});
