import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inline, inlineToText } from '../../../src/core/paper/inline.ts';
import { shortenInline } from '../../../src/core/paper/shorten-inline.ts';

const text = (value: string): Inline => ({ type: 'text', value });
const math: Inline = { type: 'math', source: 'ell_infty', html: 'ℓ<sub>∞</sub>' };

describe('shortenInline(nodes, most)', () => {
  it('leaves a tree alone that is short enough', () => {
    const nodes = [text('the '), math, text(' norm')];
    expect(shortenInline(nodes, 18)).toEqual(nodes);
  });

  it('cuts between words and drops the punctuation before the ellipsis', () => {
    expect(shortenInline([text('one two, three')], 10)).toEqual([text('one two\u00a0…')]);
    expect(shortenInline([text('one two three')], 7)).toEqual([text('one two\u00a0…')]);
    expect(shortenInline([text('one two – three')], 11)).toEqual([text('one two\u00a0…')]);
  });

  it('never cuts a formula or a styled run', () => {
    const strong: Inline = { type: 'strong', children: [text('very long words')] };
    expect(inlineToText(shortenInline([text('in '), math, text(' norm')], 8))).not.toContain('ell');
    expect(inlineToText(shortenInline([text('a '), strong], 8))).not.toContain('very');
  });

  it('gives nothing for nothing', () => {
    expect(shortenInline([], 10)).toEqual([]);
  });

  it('gives at most so many characters and an ellipsis, a start of the text', () => {
    const word = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 9 });
    const node = fc.oneof(word.map(text), fc.constant(math));
    fc.assert(
      fc.property(fc.array(node, { maxLength: 9 }), fc.nat(40), (nodes, most) => {
        const whole = inlineToText(nodes);
        const start = inlineToText(shortenInline(nodes, most));
        if (whole.length <= most) {
          expect(start).toBe(whole);
          return;
        }
        expect(start.length).toBeLessThanOrEqual(most + '\u00a0…'.length);
        expect(start.endsWith('\u00a0…')).toBe(true);
        expect(whole.startsWith(start.slice(0, -'\u00a0…'.length))).toBe(true);
      }),
    );
  });
});
