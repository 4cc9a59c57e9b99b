import type { DigestShape } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { readEntries } from './hugging-face-entries.ts';
import { markdownProblem, readMarkdownRows } from './markdown-rows.ts';

/** As much of a text as is looked at to tell its shape, in characters. */
const SAMPLE = 20_000;

/**
 * A *Papers* or *Trending* page of Hugging Face that kept its links or headings: Markdown with links in
 * place or numbered, headings alone, or addresses on lines of their own.
 */
export const huggingFaceMarkdown: DigestShape = {
  name: 'hugging-face-markdown',
  source: 'Hugging Face Papers',
  looksLike:
    'a page of huggingface.co/papers as Markdown: headings or titles with links, abstracts',
  detect(text) {
    const sample = text.slice(0, SAMPLE);
    if (/^\s*(?:<!doctype|<html|<!--|[[{]\s*["{])/i.test(sample)) return 0;
    const hasChrome = /Get trending papers in your|and the research community/.test(sample);
    const links = sample.split(/huggingface\.co\/papers\/\d{4}\.\d/).length - 1;
    const upvotes = sample.split(/huggingface\.co\/login\?next=%2Fpapers%2F\d/).length - 1;
    const headings = sample.split(/^ {0,3}#{2,4} \S/m).length - 1;
    if (upvotes > 0 && links > 0) return 0.95;
    if (hasChrome) return links > 0 || headings > 2 ? 0.96 : 0;
    const linked = sample.split(
      /^#{2,4} \[[^\n]+\]\(https:\/\/huggingface\.co\/papers\/\d/m,
    ).length;
    return linked > 1 && /\d+ authors/.test(sample) ? 0.8 : 0;
  },
  parse(text, notes) {
    const unfenced = text.replace(/^```(?:text|markdown|md)?[ \t]*$/gm, '');
    const problem = markdownProblem(unfenced);
    if (problem) throw new DigestError([problem]);
    const rows = readMarkdownRows(unwrapHeadings(unfenced));
    const { digest, problems } = readEntries(rows, this.name, notes, yearOfSaving(unfenced));
    return problems.finish(digest);
  },
};

/** `- Captured (UTC): 2026-06-29T16:31:22`, as programs that save pages write above them. */
const SAVED =
  /^[-*> ]{0,4}\**(?:captured|retrieved|exported|fetched|saved|crawled|accessed)(?: at| on)?\b[^:\n]{0,20}:\**\s*(\d{4})-\d\d-\d\d/im;
const ABOVE = 3000;

/** The year in which a page was saved, which is the one that it leaves out of dates; null where none is told. */
function yearOfSaving(text: string): number | null {
  const year = SAVED.exec(text.slice(0, ABOVE))?.[1];
  return year === undefined ? null : Number(year);
}

/** A heading whose link goes on in the next lines: tools that wrap lines leave it open. */
const WRAPPED_HEADING =
  /^#{1,6} \[[^\][\r\n]{1,300}(?:(?:\r\n|\n|\r)[^\][\r\n]{1,300}){1,4}\](?:\[\d{1,6}\]|\([^()\s]{1,500}\))/gm;

/** Puts such headings on one line; the lines below keep their numbers. */
function unwrapHeadings(text: string): string {
  return text.replace(WRAPPED_HEADING, (heading) => {
    const lines = heading.split(/\r\n|\n|\r/);
    return lines.map((line) => line.trim()).join(' ') + '\n'.repeat(lines.length - 1);
  });
}
