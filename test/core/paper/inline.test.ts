import { describe, expect, it } from 'vitest';
import type { Inline } from '../../../src/core/paper/inline.ts';
import {
  escapeHtml,
  inlineToHtml,
  inlineToText,
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

describe('mathSources(nodes)', () => {
  it('names each formula once that the page shows otherwise, nested ones too', () => {
    const nested: Inline = { type: 'emphasis', children: TREE };
    expect(mathSources([...TREE, nested, { type: 'math', source: 'α', html: 'α' }])).toEqual([
      'x_"1"',
    ]);
  });
});

describe('escapeHtml(text)', () => {
  it('escapes all that ends text or an attribute', () => {
    expect(escapeHtml(`&<>"'`)).toBe('&amp;&lt;&gt;&quot;&#39;');
  });
});
