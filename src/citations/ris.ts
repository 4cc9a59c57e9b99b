import {
  citedAddress,
  type CitedPaper,
  dateParts,
  onIndentedLines,
  onOneLine,
  publicationOf,
} from './cited-paper.ts';
import { familyFirst, splitName } from './person-name.ts';

const TYPE = { journal: 'JOUR', conference: 'CPAPER', preprint: 'UNPB', other: 'GEN' } as const;

/** Papers as RIS, with a value a line however long it is: a break would split words. Notes keep their lines. */
export function toRis(papers: readonly CitedPaper[]): string {
  return papers.map(record).join('\n');
}

function record(paper: CitedPaper): string {
  const { authors, venue, arxivId, doi, abstract, note } = paper;
  const publication = publicationOf(paper);
  const [year, month, day] = dateParts(paper);
  const isPublished = publication === 'journal' || publication === 'conference';
  const fields: [string, string | null][] = [
    ['TI', paper.title],
    ...(authors ?? []).map((name): [string, string] => ['AU', familyFirst(splitName(name))]),
    ['T2', isPublished ? venue : null],
    ['PB', publication === 'preprint' ? 'arXiv' : null],
    ['PY', year === undefined ? null : String(year)],
    ['DA', year === undefined ? null : `${year}/${twoDigits(month)}/${twoDigits(day)}/`],
    ['AN', arxivId && `arXiv:${arxivId}`],
    ['DO', doi],
    ['UR', citedAddress(paper)],
    ['AB', abstract],
    ['N1', note],
  ];
  const lines = fields.flatMap(([tag, value]) => {
    const text = value === null ? '' : tag === 'N1' ? onIndentedLines(value) : onOneLine(value);
    return text === '' ? [] : [`${tag}  - ${text}\n`];
  });
  return `TY  - ${TYPE[publication]}\n${lines.join('')}ER  - \n`;
}

function twoDigits(part: number | undefined): string {
  return part === undefined ? '' : String(part).padStart(2, '0');
}
