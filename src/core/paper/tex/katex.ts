import katex from 'katex';

/** Commands that define, load, or move what is set away from where it stands: no formula needs them. */
const UNWANTED =
  /\\(?:[gex]?def|let|futurelet|global|long|(?:re|provide)?newcommand|renewcommand|providecommand|DeclareMathOperator|char|href|url|includegraphics|html[A-Za-z]*|[mh]?kern|[mh]skip|hspace|mspace|raisebox|vcenter|rule|[a-z]*[rlc]lap|smash|tag|cr|\\\[)(?![A-Za-z])/;
/** Longer ones are set as the rest of TeX is: neither lines nor pages hold them. */
const LONGEST = 800;
/** Expansions of macros, and em of a size that a formula asks for. */
const MOST_EXPANSIONS = 200;
const GREATEST_SIZE = 3;

const SIZES = 'tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge';

/** Formulas keep the colours and the size of the text around them. */
const MACROS = {
  ...Object.fromEntries(SIZES.split(' ').map((name) => [`\\${name}`, ''])),
  '\\textcolor': '\\@secondoftwo',
  '\\color': '\\@firstoftwo{}',
  '\\colorbox': '\\@secondoftwo',
  '\\bm': '\\boldsymbol{#1}',
  '\\mathds': '\\mathbb{#1}',
};

/**
 * Sets a formula of TeX that may be anyone's: as MathML with HTML over it, which needs KaTeX's style
 * sheet, or as MathML alone, which needs nothing. Null for what KaTeX does not understand or what no
 * formula needs.
 */
export function setWithKatex(tex: string, output: 'htmlAndMathml' | 'mathml'): string | null {
  if (tex.length > LONGEST || UNWANTED.test(tex)) return null;
  try {
    // A text has no comments: “$50%$” means the sign.
    const html = katex.renderToString(tex.replace(/(?<!\\)%/g, '\\%'), {
      output,
      trust: false,
      strict: 'ignore',
      maxExpand: MOST_EXPANSIONS,
      maxSize: GREATEST_SIZE,
      // A formula's definitions end with it.
      macros: { ...MACROS },
    });
    return isBlank(html) ? null : withoutSource(html);
  } catch {
    // Not only KaTeX's own error: braces in braces may be too deep for the stack.
    return null;
  }
}

/** Less the TeX itself, a third of all, which no browser shows. */
function withoutSource(html: string): string {
  return html.replace(/<annotation encoding="application\/x-tex">[^<]*<\/annotation>/, '');
}

/** Whether a reader would see nothing. */
function isBlank(html: string): boolean {
  const [mathml = ''] = html.split('<annotation', 1);
  return mathml.replace(/<[^>]*>/g, '').trim() === '';
}
