import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { setWithKatex } from '../../../../src/core/paper/tex/katex.ts';

const set = (tex: string) => setWithKatex(tex, 'htmlAndMathml');

describe('setWithKatex(tex, output)', () => {
  it('sets a formula as MathML for readers of screens and as HTML for eyes', () => {
    const root = parse(set('\\frac{1}{n^2}')!);
    expect(root.querySelector('.katex-mathml math mfrac msup')?.text).toBe('n2');
    expect(root.querySelector('.katex-html')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('sets MathML alone where asked', () => {
    expect(setWithKatex('x^2', 'mathml')).toContain('<msup><mi>x</mi><mn>2</mn></msup>');
    expect(setWithKatex('x^2', 'mathml')).not.toContain('katex-html');
  });

  it('leaves the TeX itself out, which nobody would see', () => {
    expect(set('\\alpha')).not.toContain('\\alpha');
  });

  it('takes a percent sign for one', () => {
    expect(parse(set('50% < x')!).querySelector('math')?.text).toBe('50%<x');
  });

  it('keeps the colours of the page, and the size of its text', () => {
    expect(set('\\Huge x')).toBe(set('x'));
    expect(set('\\textcolor{red}{x}')).toBe(set('x'));
    expect(set('\\color{red}{x}')).not.toContain('red');
  });

  it.each(['x^', '\\foo', '\\frac{a}', '{', '', '{{}}', '\\ce{H2O}'])(
    'gives back what is no formula, or nothing to see: %s',
    (tex) => {
      expect(set(tex)).toBeNull();
    },
  );

  it.each([
    '\\href{javascript:alert(1)}{x}',
    '\\url{https://example.org}',
    '\\includegraphics{https://example.org/a.png}',
    '\\htmlClass{site-header}{x}',
    '\\htmlStyle{position:fixed}{x}',
    '\\htmlData{a=b}{x}',
    '\\rule{999em}{999em}',
    '\\hspace{-99em}x',
    '\\kern-99em x',
    '\\mkern -999mu x',
    '\\raisebox{-99em}{x}',
    '\\rlap{over}',
    '\\mathllap{over}',
    '\\begin{matrix}a\\\\[99em]b\\end{matrix}',
    '\\def\\a{xx}\\a',
    '\\newcommand{\\a}{x}\\a',
    '\\gdef\\alpha{no}',
    '\\let\\alpha\\beta',
  ])('sets nothing that defines, loads or moves: %s', (tex) => {
    expect(set(tex)).toBeNull();
  });

  it('holds sizes down', () => {
    const sizes = set('\\genfrac(){99em}{}{a}{b}')!.matchAll(/([\d.]+)em/g);
    expect(Math.max(...[...sizes].map(([, size]) => Number(size)))).toBeLessThan(10);
  });

  it('survives depth and length', () => {
    expect(set(`${'\\sqrt{'.repeat(130)}x${'}'.repeat(130)}`)).toBeNull();
    expect(set('x'.repeat(100_000))).toBeNull();
  });

  it('makes well-formed markup without a handler, script, link or image, whatever comes', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<script>',
        '"onload="',
        '\\text{<img src=x onerror=alert(1)>}',
        '&lt;',
        '^',
        '_',
      ),
      fc.constantFrom(
        '\\frac{a}{b}',
        '\\mathbb{R}',
        '\\left(',
        '\\right)',
        '\\unicode{x3c}',
        '{',
        '}',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const html = set(pieces.join(' ')) ?? '';
        const elements = parse(html).querySelectorAll('*');
        expect(elements.filter(({ tagName }) => /SCRIPT|^A$|IMG|LINK|STYLE/.test(tagName))).toEqual(
          [],
        );
        const names = elements.flatMap(({ attributes }) => Object.keys(attributes));
        expect(names.filter((name) => /^on|href|src/i.test(name))).toEqual([]);
      }),
    );
  });
});
