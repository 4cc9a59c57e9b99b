import type { Problem } from '../input-error.ts';
import { parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import type { Digest } from './digest.ts';
import { textLines } from './text-lines.ts';

const ADDRESS =
  /https?:\/\/(?:(?:[a-z]{1,9}\.)?arxiv\.org\/(?:abs|pdf|html)\/|huggingface\.co\/papers\/)([^\s()[\]{}<>"'|#?,;]{6,40})|https?:\/\/(?:dx\.)?doi\.org\/(10\.[^\s)\]}>"'|]{3,200})/gi;

/** Pages about one paper recommend others; those of HTML link to them from their margins. */
const LINKING = new Set(['hugging-face-paper', 'hugging-face-html']);
/** A file with more is a list of addresses, of which enough is said. */
const MOST_UNTOLD = 10_000;

/**
 * A warning for each address of a paper that stands outside of all records and is of none of them: an
 * entry that was not recognised as one, or a mention. Of more than ten thousand, those.
 */
export function findUntoldPapers(text: string, { shape, records }: Digest): Problem[] {
  if (LINKING.has(shape)) return [];
  const known = new Set(records.flatMap(({ arxivId, doi }) => [arxivId, doi]));
  const isTold = toldLines(records);
  const untold: Problem[] = [];
  for (const { line, text: source } of textLines(text)) {
    if (isTold(line) || !source.includes('://')) continue;
    for (const [address, arxiv, doi] of source.matchAll(ADDRESS)) {
      const id = arxiv ? idOfArxiv(arxiv) : parseDoi(doi!);
      if (id === null || known.has(id)) continue;
      if (untold.length === MOST_UNTOLD) return untold;
      known.add(id);
      untold.push({
        line,
        expected: 'an entry of a paper around its address',
        got: `${address} outside of all entries`,
        advice: 'Where it is a paper of this digest, write it as the others; else leave it.',
      });
    }
  }
  return untold;
}

function idOfArxiv(text: string): string | null {
  return parseArxivId(text.replace(/(?:\.pdf)?[.:*_`]*$/i, ''))?.arxivId ?? null;
}

/** Whether a line is of a record, for lines asked in their order; many records may have the same lines. */
function toldLines(records: Digest['records']): (line: number) => boolean {
  const changes = new Map<number, number>();
  const change = (line: number, by: number) => changes.set(line, (changes.get(line) ?? 0) + by);
  for (const { line, endLine } of records) {
    change(line, 1);
    change(endLine + 1, -1);
  }
  let open = 0;
  return (line) => {
    open += changes.get(line) ?? 0;
    return open > 0;
  };
}
