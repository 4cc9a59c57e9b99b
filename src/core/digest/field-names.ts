/** What data files call a paper's fields, in lower case without spaces and signs; the best name first. */
export const FIELD_NAMES = {
  title: ['title', 'papertitle', 'articletitle', 'documenttitle', 'displayname'],
  abstract: ['abstract', 'abstractnote', 'abstracttext', 'paperabstract'],
  summary: ['aisummary', 'tldr', 'shortsummary', 'description', 'notes'],
  note: ['comment', 'comments', 'arxivcomment', 'arxivcomments', 'authorcomment'],
  authors: ['authors', 'author', 'authornames', 'authorlist', 'creators'],
  published: [
    'published',
    'publisheddate',
    'publicationdate',
    'publishedat',
    'datepublished',
    'publishdate',
    'releasedate',
    'submitted',
    'submitteddate',
    'created',
    'date',
    'pubdate',
    'issued',
    'year',
    'publicationyear',
    'publishedyear',
    'pubyear',
  ],
  listed: ['listed', 'listedon', 'digestdate', 'datelisted'],
  arxivIds: ['arxivid', 'arxiv', 'id', 'paperid', 'entryid', 'eprint', 'arxivlink', 'arxivurl'],
  doi: ['doi', 'doilink', 'digitalobjectidentifier'],
  addresses: [
    'absurl',
    'abs',
    'url',
    'paperurl',
    'link',
    'links',
    'urls',
    'entryid',
    'arxivurl',
    'arxivlink',
    'arxiv',
    'paper',
    'id',
    'htmlurl',
    'articleurl',
    'pdf',
    'pdfurl',
    'pdflink',
    'urlpdf',
    'urlabs',
    'doi',
    'doilink',
  ],
  mentions: ['extra', 'comment', 'comments', 'note', 'archivelocation', 'callnumber', 'pages'],
  venue: [
    'venue',
    'journal',
    'journalref',
    'publicationtitle',
    'containertitle',
    'conferencename',
    'conference',
    'proceedingstitle',
    'proceeding',
    'booktitle',
    'journaltitle',
    'journalbook',
    'sourcetitle',
    'source',
  ],
  categories: ['categories', 'category', 'subjects', 'fieldsofstudy', 'primarycategory'],
  keywords: [
    'keywords',
    'tags',
    'manualtags',
    'authorkeywords',
    'aikeywords',
    'automatictags',
    'indexkeywords',
    'keywordsplus',
  ],
  upvotes: ['upvotes', 'votes', 'likes'],
  comments: ['numcomments', 'commentcount', 'comments'],
  code: [
    'code',
    'codeurl',
    'github',
    'githubrepo',
    'githuburl',
    'githublink',
    'repo',
    'repository',
  ],
  project: ['project', 'projectpage', 'projecturl', 'homepage', 'website'],
  heading: ['heading', 'section', 'topic'],
} as const;

export type FieldName = keyof typeof FIELD_NAMES;

/** A name of a field as the lists above have it: “Abstract Note” as `abstractnote`. */
export function foldFieldName(name: string): string {
  return name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const CALLED = new Map<string, FieldName[]>();
for (const [field, names] of Object.entries(FIELD_NAMES)) {
  for (const name of names) CALLED.set(name, [...(CALLED.get(name) ?? []), field as FieldName]);
}

/** The fields that a name may stand for; none for a name that no list has. */
export function fieldsCalled(name: string): readonly FieldName[] {
  return CALLED.get(foldFieldName(name)) ?? [];
}
