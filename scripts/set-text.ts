import {
  type Inline,
  inlineToHtml,
  inlineToText,
  inlineToUnicode,
  mathSources,
} from '../src/core/paper/inline.ts';
import type { Paper } from '../src/core/paper/paper.ts';
import { parseInline } from '../src/core/paper/parse-inline.ts';
import { shortenInline } from '../src/core/paper/shorten-inline.ts';
import type { WrittenPaper } from '../src/core/text/written-forms.ts';
import type { PaperPage } from '../src/site-data.ts';

const EXCERPT_LENGTH = 240;

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
export function setText({ title, abstract, summary, note }: ParsedPaper): PaperText {
  return {
    title: inlineToText(title),
    titleText: inlineToUnicode(title),
    titleHtml: inlineToHtml(title),
    abstract: abstract && inlineToText(abstract),
    abstractHtml: abstract && inlineToHtml(abstract),
    summary: summary && inlineToText(summary),
    summaryHtml: summary && inlineToHtml(summary),
    note: note && inlineToText(note),
    noteHtml: note && inlineToHtml(note),
    excerptHtml: abstract && inlineToHtml(shortenInline(abstract, EXCERPT_LENGTH)),
    mathSources: mathSources([...title, ...(abstract ?? []), ...(summary ?? [])]),
  };
}
