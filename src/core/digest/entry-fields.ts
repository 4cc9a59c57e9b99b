import { firstLast, joinSuffixes, LONGEST_NAME, plainName } from './author-names.ts';

/** Kinds of what an entry says of its paper. */
export type FieldKind =
  | 'title'
  | 'authors'
  | 'abstract'
  | 'summary'
  | 'part'
  | 'note'
  | 'categories'
  | 'keywords'
  | 'published'
  | 'venue'
  | 'id'
  | 'links'
  | 'code'
  | 'project'
  | 'upvotes'
  | 'other';

const KINDS: Readonly<Record<FieldKind, string>> = {
  title: 'title|paper title|paper|papers|name|标题|论文标题|题目|论文',
  authors: 'authors|author|作者|authors et al',
  abstract: 'abstract|original abstract|摘要|摘要 原文|原文摘要|原始摘要|英文摘要',
  summary:
    'tl dr|tldr|summary|ai summary|一句话要点|一句话总结|摘要 中文|中文摘要|总结|description|overview',
  part: 'motivation|method|methods|result|results|conclusion|conclusions|contribution|contributions|background|objective|动机|方法|结果|结论',
  categories:
    'categories|category|main category|primary category|subjects|subject|分类|类别|arxiv category',
  keywords: 'keywords|keyword|key words|tags|tag|index terms|关键词',
  published:
    'published|date|year|publish date|published date|published on arxiv|publication date|publication year|published on|submitted|submitted on|submission date|发布日期|发布时间|日期|发表日期|年份',
  venue:
    'venue|conference|journal|journal ref|journal reference|published in|pub|publication|会议|期刊',
  id: 'doi|arxiv id|arxiv|id|paper id',
  links: 'link|links|pdf|pdf link|url|urls|paper link|paper url|arxiv link|abs|html|链接|论文链接',
  code: 'code|github|repo|repository|code link|code url|代码|代码链接',
  project: 'project|project page|website|homepage|demo|项目主页|主页|项目',
  upvotes: 'upvotes|votes|likes',
  note: 'comment|comments|arxiv comment|arxiv comments|备注',
  other:
    'note|notes|affiliation|affiliations|institution|institutions|updated|update|last updated|translate|read|hits|citations|stars|rating|score|model|dataset|datasets|video|blog|关键词匹配|匹配领域',
};

const LABELS = new Map(
  Object.entries(KINDS).flatMap(([kind, labels]) =>
    labels.split('|').map((label) => [label, kind as FieldKind] as const),
  ),
);

/** The kind of a label such as `Authors`, `**Publish Date**` or `摘要（原文）`; null for no label. */
export function fieldKind(label: string): FieldKind | null {
  if (label.length > 60) return null;
  const bare = label
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
  return LABELS.get(bare) ?? null;
}

/** `Authors: A, B` in its parts; null where the line begins with no known label and colon. */
export function splitField(
  line: string,
): { readonly kind: FieldKind; readonly label: string; readonly value: string } | null {
  const match = /^([^:：]{1,40})(?:::?|：)(?!\/\/)/.exec(line);
  const kind = match ? fieldKind(match[1]!) : null;
  if (match === null || kind === null) return null;
  const label = match[1]!.replace(/[^\p{L}\p{N} ]+/gu, ' ').trim();
  // Of “**Authors: ** Ada” Markdown makes no bold.
  return {
    kind,
    label,
    value: line
      .slice(match[0].length)
      .replace(/^\s*\*\*(?=\s)/, '')
      .trim(),
  };
}

const LONGEST_NAMES = 40_000;
const ET_AL = /(?:^|\s)(?:et\.? ?al\.?|(?:and )?others|et\.al\.?|等)\.?$/i;

/** Names in order, “First Last” in plain letters; null for none. An “et al.” at the end is left out. */
export function readNames(text: string): readonly string[] | null {
  const list = text.slice(0, LONGEST_NAMES).replace(/\([^()]{0,200}\)/g, ' ');
  const isLastFirst =
    list.includes(';') && list.split(';').every((name) => /^[^,]+(?:,[^,]+){1,2}$/.test(name));
  const parts = isLastFirst
    ? list.split(';').map(firstLast)
    : list.split(/[,;，、；]|\band\b(?=\s)|\s&\s/);
  const plain = parts
    .filter((part) => part.length <= LONGEST_NAME)
    .map((part) => withoutMarks(plainName(part.trim().replace(ET_AL, ''))));
  const names = joinSuffixes(plain.filter((name) => /\p{L}/u.test(name)));
  return names.length > 0 ? names : null;
}

/** A name less the signs and numbers that refer to its affiliation. */
function withoutMarks(name: string): string {
  const words = name.replace(/[$*†‡§¶^]+/g, ' ').trim();
  return words
    .replace(/[\d¹²³]+$/, '')
    .replace(/^[.\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words of a list in their order, each once; null for none. */
export function readWords(text: string, separator: RegExp): readonly string[] | null {
  const words = text
    .slice(0, LONGEST_NAMES)
    .split(separator)
    .map((word) => word.trim());
  const kept = [...new Set(words.filter((word) => word !== '' && word.length <= 100))];
  return kept.length > 0 ? kept : null;
}
