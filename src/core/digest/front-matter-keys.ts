import { type FieldKind, fieldKind } from './entry-fields.ts';
import { fieldsCalled, type FieldName, foldFieldName } from './field-names.ts';

/** What generators of pages and reference managers call fields, beside the labels of digests. */
const OWN = new Map<string, FieldKind>([
  ['excerpt', 'summary'],
  ['preprint', 'links'],
  ['zotero tags', 'keywords'],
  ['date publish', 'published'],
  ['date published', 'published'],
  ['software', 'code'],
  ['page', 'other'],
]);

const KINDS: Partial<Record<FieldName, FieldKind>> = {
  abstract: 'abstract',
  authors: 'authors',
  venue: 'venue',
  doi: 'id',
  arxivIds: 'id',
  keywords: 'keywords',
  code: 'code',
  project: 'project',
  addresses: 'links',
};

/** The kind of a key of front matter such as `paper_url`, `url_code` or `containerTitle`; null for no field. */
export function keyKind(key: string): FieldKind | null {
  const words = key
    .slice(0, 60)
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const bare = words.replace(/^url | (?:url|link)$/, '');
  return OWN.get(words) ?? fieldKind(words) ?? OWN.get(bare) ?? fieldKind(bare) ?? calledKind(key);
}

/** As data files call it; a page's “source” is no journal. */
function calledKind(key: string): FieldKind | null {
  if (foldFieldName(key) === 'source') return 'links';
  for (const name of fieldsCalled(key)) {
    const kind = KINDS[name];
    if (kind !== undefined) return kind;
  }
  return null;
}
