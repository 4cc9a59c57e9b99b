import '@citation-js/plugin-bibtex';
import { type CslItem, type CslName, formatItems, settingsOf } from './citation-js.ts';
import { citationKeys } from './citation-key.ts';
import {
  citedAddress,
  type CitedPaper,
  dateParts,
  onIndentedLines,
  onOneLine,
  publicationOf,
  publishedIn,
} from './cited-paper.ts';
import { toCslName } from './csl-json.ts';
import { escapeTex, protectCapitals } from './tex-text.ts';

/** What the plugin makes of an item, each text as it goes between braces. */
interface BibtexEntry {
  readonly type: string;
  readonly label: string;
  readonly properties: Readonly<Record<string, string>>;
}

interface BibtexSettings {
  constants: { fieldTypes: Record<string, [list: string, value: string]> };
  format: { asciiOnly: boolean; checkLabel: boolean };
}

const settings = settingsOf('@bibtex') as BibtexSettings;
// The plugin would drop letters that have no command, “日本”, and protect each word with a capital.
settings.format.asciiOnly = false;
settings.format.checkLabel = false;
settings.constants.fieldTypes['title'] = ['field', 'literal'];
settings.constants.fieldTypes['booktitle'] = ['field', 'literal'];

const TYPE = {
  journal: 'article-journal',
  conference: 'paper-conference',
  preprint: 'document',
  other: 'document',
} as const;
const ORDER =
  'title author journal booktitle year month day eprint archiveprefix primaryclass doi url abstract annote'.split(
    ' ',
  );
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Papers as BibTeX in UTF-8, whose texts are text alone: no TeX of a digest reaches the reader's own
 * document. Words with capitals inside are protected from styles that change case.
 */
export function toBibtex(papers: readonly CitedPaper[]): string {
  const keys = citationKeys(papers);
  const items = papers.map((paper, index) => texItem(paper, keys[index]!));
  const entries = formatItems('bibtex', items, { format: 'object' }) as BibtexEntry[];
  return entries.map((entry, index) => written(entry, papers[index]!)).join('\n');
}

/** A paper with its texts as TeX, which the plugin leaves as they are. */
function texItem(paper: CitedPaper, key: string): CslItem {
  const { title, authors, doi, note } = paper;
  const venue = publishedIn(paper);
  const [year] = dateParts(paper);
  const address = citedAddress(paper);
  const names = (authors ?? []).map(texName).filter((name) => name.family ?? name.literal);
  return {
    id: key,
    'citation-key': key,
    type: TYPE[publicationOf(paper)],
    title: protectCapitals(escapeTex(onOneLine(title))),
    ...(names.length > 0 && { author: names }),
    ...(venue !== null && { 'container-title': escapeTex(venue) }),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    ...(doi !== null && { DOI: verbatim(doi) }),
    ...(address !== null && { URL: verbatim(address) }),
    ...(note !== null && { annote: escapeTex(onIndentedLines(note)) }),
  };
}

function written({ type, label, properties }: BibtexEntry, paper: CitedPaper): string {
  const fields: Record<string, string | undefined> = { ...properties, ...fieldsBeside(paper) };
  // A word that styles know, which the plugin takes for a name.
  fields['author'] = fields['author']?.replace(/ and \{others\}$/, ' and others');
  const lines = ORDER.flatMap((name) => {
    const value = fields[name];
    if (value === undefined || value === '') return [];
    // The names of the months are strings that every style knows.
    return [`  ${name} = ${name === 'month' ? value : `{${value}}`},\n`];
  });
  return `@${type}{${label},\n${lines.join('')}}\n`;
}

/** What the plugin has no field for, or none that styles of BibTeX understand. */
function fieldsBeside(paper: CitedPaper): Record<string, string | undefined> {
  const { arxivId, categories, abstract } = paper;
  const [, month, day] = dateParts(paper);
  const [primary = ''] = categories ?? [];
  const isOfArxiv = arxivId !== null && /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(primary);
  return {
    ...(month !== undefined && { month: MONTHS[month - 1] }),
    ...(day !== undefined && { day: String(day) }),
    ...(arxivId !== null && { eprint: verbatim(arxivId), archiveprefix: 'arXiv' }),
    ...(isOfArxiv && { primaryclass: primary }),
    ...(abstract !== null && { abstract: escapeTex(onOneLine(abstract)) }),
  };
}

/** Ids and addresses stand as they are, but for what would end the field. */
function verbatim(text: string): string {
  return onOneLine(text).replace(/[\\{}\s]/g, (character) => encodeURIComponent(character));
}

function texName(name: string): CslName {
  // No name needs TeX, and BibTeX takes names apart at braces, commas and “and”.
  const parts = Object.entries(toCslName(name.replace(/[\\{}~^$#%_]/g, ' ')));
  return Object.fromEntries(parts.map(([part, text]) => [part, escapeTex(text)]));
}
