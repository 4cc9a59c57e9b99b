import '@citation-js/plugin-ris';
import { type CslItem, formatItems } from './citation-js.ts';
import {
  type CitedPaper,
  dateParts,
  onIndentedLines,
  onOneLine,
  publicationOf,
} from './cited-paper.ts';
import { toCslItem } from './csl-json.ts';

const TYPE = { journal: 'JOUR', conference: 'CPAPER', preprint: 'UNPB', other: 'GEN' } as const;
const ORDER = ['TI', 'AU', 'T2', 'PB', 'PY', 'DA', 'AN', 'DO', 'UR', 'AB', 'N1'];

/** Tags and values as the plugin makes them of an item. */
type RisRecord = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Papers as RIS, with a value a line however long it is: a break would split words. Notes keep their lines. */
export function toRis(papers: readonly CitedPaper[]): string {
  const records = formatItems('ris', papers.map(risItem), { format: 'object' }) as RisRecord[];
  return records.map((record, index) => written(record, papers[index]!)).join('\n');
}

/** All as documents: for other types the plugin has tags that hardly a reference manager reads. */
function risItem(paper: CitedPaper): CslItem {
  return { ...toCslItem(paper, ''), type: 'document' };
}

function written(record: RisRecord, paper: CitedPaper): string {
  const tags: RisRecord = { ...record, ...tagsBeside(paper) };
  const lines = ORDER.flatMap((tag) =>
    [tags[tag] ?? []].flat().flatMap((value) => {
      const text = tag === 'N1' ? onIndentedLines(value) : onOneLine(value);
      return text === '' ? [] : [`${tag}  - ${text}\n`];
    }),
  );
  return `TY  - ${TYPE[publicationOf(paper)]}\n${lines.join('')}ER  - \n`;
}

/** What the plugin writes in a way that others do not read. */
function tagsBeside(paper: CitedPaper): RisRecord {
  const { arxivId, doi } = paper;
  const [year, ...rest] = dateParts(paper);
  const [month = '', day = ''] = rest.map((part) => String(part).padStart(2, '0'));
  return {
    ...(year !== undefined && { DA: `${year}/${month}/${day}/` }),
    ...(arxivId !== null && { AN: `arXiv:${arxivId}` }),
    ...(doi !== null && { DO: doi }),
  };
}
