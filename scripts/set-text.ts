import {
  escapeHtml,
  type Inline,
  inlineToHtml,
  inlineToText,
  inlineToUnicode,
  mathSources,
  type SetMaths,
  texFormulas,
} from '../src/core/paper/inline.ts';
import type { Paper } from '../src/core/paper/paper.ts';
import { parseInline } from '../src/core/paper/parse-inline.ts';
import { shortenInline } from '../src/core/paper/shorten-inline.ts';
import { setWithKatex } from '../src/core/paper/tex/katex.ts';
import type { WrittenPaper } from '../src/core/text/written-forms.ts';
import type { PaperPage } from '../src/site-data.ts';

const EXCERPT_LENGTH = 240;
/** Formulas that a page may hold; with more it would weigh what no reader waits for. */
const MOST_FORMULAS = 100;

/** What is shown of a paper's own words. */
export type PaperText = Pick<
  PaperPage,
  | 'title'
  | 'titleText'
  | 'titleHtml'
  | 'abstract'
  | 'abstractHtml'
  | 'summary'
  | 'summaryHtml'
  | 'note'
  | 'noteHtml'
  | 'katex'
  | 'excerptHtml'
  | 'mathSources'
>;

/** A paper's own texts as inline trees. */
export interface ParsedPaper {
  readonly title: Inline[];
  readonly abstract: Inline[] | null;
  readonly summary: Inline[] | null;
  readonly note: Inline[] | null;
}

/** Parses what a digest wrote, TeX and all. */
export function parsePaper({ title, abstract, summary, note }: Paper): ParsedPaper {
  return {
    title: parseInline(title),
    abstract: abstract === null ? null : parseInline(abstract),
    summary: summary === null ? null : parseInline(summary),
    note: note === null ? null : parseInline(note),
  };
}

/**
 * What the topics are made of: title and abstract, or, where there is none, the digest's own words. The
 * names in formulas are no words.
 */
export function proseOf({ title, abstract, summary }: ParsedPaper): WrittenPaper {
  const withoutMaths = (nodes: Inline[]) =>
    inlineToText(nodes.filter(({ type }) => type !== 'math'));
  return { title: withoutMaths(title), abstract: withoutMaths(abstract ?? summary ?? []) };
}

/** A paper's title and abstract as a page needs them. */
export function setText(paper: ParsedPaper): PaperText {
  const { title, abstract, summary, note } = paper;
  return {
    title: inlineToText(title),
    titleText: inlineToUnicode(title),
    titleHtml: inlineToHtml(title, setAnywhere),
    abstract: abstract && inlineToText(abstract),
    abstractHtml: abstract && inlineToHtml(abstract, setAnywhere),
    summary: summary && inlineToText(summary),
    summaryHtml: summary && inlineToHtml(summary, setAnywhere),
    note: note && inlineToText(note),
    noteHtml: note && inlineToHtml(note, setAnywhere),
    katex: setByKatex(paper),
    excerptHtml: abstract && inlineToHtml(shortenInline(abstract, EXCERPT_LENGTH), setAnywhere),
    mathSources: mathSources([...title, ...(abstract ?? []), ...(summary ?? [])]),
  };
}

/** Letters and scripts where they are enough, else MathML: both stand in lists without a style sheet. */
const setAnywhere: SetMaths = ({ tex, html }) => {
  const isUnset = tex !== undefined && html === escapeHtml(tex) && /[\\^_&{]/.test(tex);
  return isUnset ? (setWithKatex(tex, 'mathml') ?? html) : html;
};

function setByKatex({ title, abstract, summary, note }: ParsedPaper): PaperText['katex'] {
  const texts = [title, abstract, summary, note].map((nodes) => nodes ?? []);
  const formulas = texts.flatMap(texFormulas);
  if (formulas.length === 0 || formulas.length > MOST_FORMULAS) return null;
  const [titleHtml, abstractHtml, summaryHtml, noteHtml] = texts.map((nodes) =>
    texFormulas(nodes).length === 0 ? null : inlineToHtml(nodes, setOnOwnPage),
  ) as [string | null, string | null, string | null, string | null];
  return { titleHtml, abstractHtml, summaryHtml, noteHtml };
}

const setOnOwnPage: SetMaths = (formula) => {
  const set = formula.tex === undefined ? null : setWithKatex(formula.tex, 'htmlAndMathml');
  return set ?? setAnywhere(formula);
};
