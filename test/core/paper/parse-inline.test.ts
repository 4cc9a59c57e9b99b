import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineToHtml, inlineToText } from '../../../src/core/paper/inline.ts';
import { parseInline } from '../../../src/core/paper/parse-inline.ts';

const text = (source: string): string => inlineToText(parseInline(source));
const html = (source: string): string => inlineToHtml(parseInline(source));

describe('parseInline(source) with TeX text', () => {
  it.each([
    ["Fr\\'{e}chet, R\\'enyi, {\\'e}, \\'{\\i}", 'Fréchet, Rényi, é, í'],
    ['H\\"older, na\\"{\\i}ve, Sol\\`a', 'Hölder, naïve, Solà'],
    ['Erd\\H{o}s, \\c{c}, \\v{s}, \\k{a}', 'Erdős, ç, š, ą'],
    ['S{\\o}ren, Stra\\ss{}e, \\AA ngstr\\"om, \\l{}, \\ae', 'Søren, Straße, Ångström, ł, æ'],
    ["don\\'t and model\\'s", "don't and model's"],
    ['25\\% of K\\&K \\#1 a\\_b \\$5 \\{x\\}', '25% of K&K #1 a_b $5 {x}'],
    ['bitrate \\vs distortion, \\eg, a; \\etal. b', 'bitrate vs. distortion, e.g., a; et al. b'],
    ['(e.g.\\ crop)', '(e.g. crop)'],
    ['AlpacaEval~2, guidance~(CFG)', 'AlpacaEval 2, guidance (CFG)'],
    ['of ~99.04%, ~ 5, 10~20', 'of ~99.04%, ~ 5, 10~20'],
    ['Gauss--Newton, 3--5, a -- b, x---y', 'Gauss–Newton, 3–5, a – b, x—y'],
    ['run it with --flag', 'run it with --flag'],
    ["the ``sketched'' and ``C is to D\" case", 'the “sketched” and “C is to D” case'],
    ["f'' and `x' and ``code``", "f'' and `x' and ``code``"],
    ['{GPT} and {B}ayesian Auto{ML}', 'GPT and Bayesian AutoML'],
    ['{Firstly, we propose it. {Second, a x', 'Firstly, we propose it. Second, a x'],
    ['We do. {Firstly, we propose a thing.} End', 'We do. Firstly, we propose a thing. End'],
    ['{Due to it we do a thing. } Thus', 'Due to it we do a thing. Thus'],
    ['${a} {b} … $x^2$ and $$unfinished', '${a} {b} … x^2 and $$unfinished'],
    ['the BLER${=}10^{-1}$ and ${a}/${b}', 'the BLER{=}10^{-1} and ${a}/${b}'],
    ['$\\mbox{\\boldmath$Y$}$ as $n$', '\\mbox{\\boldmath Y} as n'],
    ['pay $a_{1 and $b_1} now', 'pay $a_{1 and $b_1} now'],
    ['\\url{https://a.b/c\\_d} \\href{https://a.b}{here}', 'https://a.b/c_d here'],
    ['https://github.com/a/b{GitHub}, x', 'https://github.com/a/b (GitHub), x'],
    ['\\foo{bar} \\cite{a_b} \\SysName x', '\\foo{bar} \\cite{a_b} \\SysName x'],
    ['https://a.b/~me/x--y_z', 'https://a.b/~me/x--y_z'],
    ['  a\n  b\t c ', 'a b c'],
    ['\u202eevil\u202c \u2066a\u2069\u200e\u200f\u061cb', 'evil ab'],
    ['a\u0000\u0007b\u0085c\u009bd\u007f \u001be', 'ab cd e'],
  ])('reads %s', (source, expected) => {
    expect(text(source)).toBe(expected);
  });

  it.each([
    ['{\\em entropy collapse} in', '<em>entropy collapse</em> in'],
    ['\\emph{a \\textbf{b}}', '<em>a <strong>b</strong></em>'],
    ['({\\tt hCTGA})', '(<code>hCTGA</code>)'],
    ['\\texttt{run\\_it --flag}', '<code>run_it --flag</code>'],
    ['\\textsc{Name} x', 'Name x'],
  ])('styles %s', (source, expected) => {
    expect(html(source)).toBe(expected);
  });
});

describe('parseInline(source) with TeX mathematics', () => {
  it.each([
    ['\\( \\alpha \\)', '<span class="math">α</span>', 'α'],
    ['$O(n^2)$', '<span class="math">O(n<sup>2</sup>)</span>', 'O(n^2)'],
    ['$\\{0,1\\}^n$', '<span class="math">{0,1}<sup>n</sup></span>', '{0,1}^n'],
    [
      '\\[\\frac{a+b}{\\sqrt{n}}\\]',
      '<span class="math">(a+b)/√n</span>',
      '\\frac{a+b}{\\sqrt{n}}',
    ],
    ['$x \\in \\mathbb{R}^d$', '<span class="math">x ∈ ℝ<sup>d</sup></span>', 'x ∈ ℝ^d'],
    ['$\\begin{x} < $', '<span class="math">\\begin{x} &lt;</span>', '\\begin{x} <'],
    ['ScaledGD(\\lambda)', 'ScaledGD(<span class="math">λ</span>)', 'ScaledGD(λ)'],
  ])('sets %s', (source, expectedHtml, expectedText) => {
    expect(html(source)).toBe(expectedHtml);
    expect(text(source)).toBe(expectedText);
  });

  it.each(['$5 and $10', 'costs $5', 'from $10 to $30,485', '$5/$10', 'US$ and A$ bonds'])(
    'takes %s for prices',
    (source) => {
      expect(parseInline(source)).toEqual([{ type: 'text', value: source }]);
    },
  );
});

const TEX = fc
  .array(
    fc.constantFrom(
      ..."\\ { } $ ^ _ ( ) | ~ - -- `` '' \" < > & a x_1 R^ 2 in \\( \\) \\emph{ {\\em \\frac{ O( ell_ infty".split(
        ' ',
      ),
      ' ',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

function isWellFormed(markup: string): boolean {
  const open: string[] = [];
  const bare = markup.replace(
    /<(\/?)(em|strong|code|sub|sup|span)( class="math")?>/g,
    (_, slash: string, name: string) => {
      if (slash === '') open.push(name);
      else if (open.pop() !== name) open.push('mismatch');
      return '';
    },
  );
  return open.length === 0 && !/[<>"']/.test(bare) && !/&(?!(?:amp|lt|gt|quot|#39);)/.test(bare);
}

describe('parseInline(source) with hostile input', () => {
  it('escapes markup everywhere', () => {
    expect(html('<script>"\'&</script>')).toBe('&lt;script&gt;&quot;&#39;&amp;&lt;/script&gt;');
    expect(html('$<b onx="1">^2$ \\emph{<i>} x_< <b>')).not.toMatch(/<[bi][ >]/);
  });

  it('gives well-formed, escaped HTML for any mixture of TeX', () => {
    fc.assert(fc.property(TEX, (source) => isWellFormed(html(source))));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (source) => isWellFormed(html(source))));
  });

  it('gives back any text without TeX characters', () => {
    const plain = fc
      .string({ unit: fc.constantFrom(...'aRx12 _^()|=<>-+*/\'".,:@éθ∞[]&;!?%#') })
      .map((value) => value.replace(/-{2,}/g, '-').replace(/'{2,}/g, "'"));
    fc.assert(
      fc.property(plain, (source) => text(source) === source.replace(/\s+/g, ' ').trim()),
      { numRuns: 1000 },
    );
  });

  it.each([
    '{',
    '$',
    '_',
    '^',
    '\\(',
    '(',
    '|',
    '-x',
    '<b>',
    'x^{',
    '{\\em ',
    '\\emph{',
    'a@',
    'R^d}',
    'x^2{',
    '{Firstly, we do it ',
    'epsilon ',
    'a^2 leq ',
    'H_2',
    '1{N}cdot ',
  ])('reads a very long run of %s in linear time', (unit) => {
    const source = unit.repeat(200_000 / unit.length);
    const start = performance.now();
    expect(html(source).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
