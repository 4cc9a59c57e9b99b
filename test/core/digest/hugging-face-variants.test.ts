import { describe, expect, it } from 'vitest';
import { ABSTRACT, parseText } from './seeds.ts';

const SITE = 'https://huggingface.co';
/** The papers of a page saved in 2026: `upvotes` stand in front of a title, comments behind the date. */
const papers = [
  {
    id: '2509.18063',
    title: 'The Other Half of the Memory Wall: Serving Experts from Disk with Trained Routing',
    upvotes: '101',
    authors: '8 authors',
    date: 'Sep 16, 2025',
    comments: '6',
  },
  { id: '2502.20581', title: 'A Noisy Path', upvotes: '-', authors: null, date: 'Feb 27, 2025' },
  {
    id: '2403.01774',
    title: 'WebCiteS: Attributed Query-Focused Summarization on Web Search Results',
    upvotes: '1234',
    authors: '9 authors',
    date: 'Mar 3, 2024',
  },
] as const;
const told = papers.map(({ id, title, upvotes, authors }) => ({
  title,
  abstract: ABSTRACT,
  arxivId: id,
  upvotes: upvotes === '-' ? null : Number(upvotes),
  authorCount: authors === null ? null : Number.parseInt(authors),
}));
const days = ['2025-09-16', '2025-02-27', '2024-03-03'];

const TOP = [
  'new',
  'Get trending papers in your email inbox once a day!',
  '# Daily Papers',
  '## by AK and the research community',
  '- Daily\n- Weekly\n- Monthly',
  'Oct 2',
];
const END = ['Previous', 'Next', '© Hugging Face\n\n- TOS\n- Privacy\n- About'];

/** Lines of at most so many characters, as programs that print pages break them. */
const wrap = (text: string, width: number, indent = '') =>
  text.replace(new RegExp(`(?=.{${width}})(.{1,${width}}) `, 'g'), `$1\n${indent}`);

interface Style {
  readonly isBlock?: boolean;
  readonly isWrapped?: boolean;
  readonly areDefinitionsBelow?: boolean;
  readonly hasThumbnails?: boolean;
  readonly isSubmitted?: boolean;
  readonly areUpvotesBare?: boolean;
  readonly level?: string;
  readonly top?: readonly string[];
}

/** The page with numbered links: `### [Title][32]`, their addresses below. */
function withReferences(style: Style): string {
  const { isBlock = false, level = '### ', isWrapped = false, top = TOP } = style;
  const definitions: string[] = [];
  const parts = [...top];
  const number = (path: string) => definitions.push(`[${definitions.length + 1}]: ${SITE}${path}`);
  const link = (text: string, path: string) =>
    isBlock ? `[\n${text}\n][${number(path)}]` : `[${text}][${number(path)}]`;
  let defined = 0;
  for (const paper of papers) {
    const { id, title, upvotes, authors, date } = paper;
    const page = `/papers/${id}`;
    if (style.hasThumbnails) parts.push(`[![](https://example.org/${id}.png)][${number(page)}]`);
    if (style.isSubmitted)
      parts.push('Submitted by', `[![](${SITE}/a.svg) ada][${number('/ada')}]`);
    parts.push(style.areUpvotesBare ? upvotes : link(upvotes, `/login?next=%2Fpapers%2F${id}`));
    const heading = `${level}[${title}][${number(page)}]`;
    parts.push(isWrapped ? wrap(heading, 60, '  ') : heading);
    const abstract = link(ABSTRACT, page);
    parts.push(isWrapped ? wrap(abstract, 80) : abstract);
    if (authors !== null) parts.push(link(`* ${authors}`, page));
    const comments =
      'comments' in paper ? ` [${paper.comments}][${number(`${page}#community`)}]` : '';
    parts.push('·', `${date}${comments}`);
    if (style.areDefinitionsBelow) {
      parts.push(definitions.slice(defined).join('\n'));
      defined = definitions.length;
    }
  }
  return [...parts, ...END, definitions.slice(defined).join('\n')].join('\n\n');
}

/** The page with headings alone: `### Title`, `- 8 authors`, `[LINK: GitHub 11.3k](…)`. */
function withHeadings(style: Style & { readonly gap?: string; readonly day?: string }): string {
  const { level = '### ', top = TOP, gap = '\n', day = '· Published on ' } = style;
  const entries = papers.map(({ id, title, upvotes, authors, date }) =>
    [
      ...(style.isSubmitted ? ['Submitted by\n\nada\n'] : []),
      `${upvotes}\n`,
      `${style.isWrapped ? wrap(`${level}${title}`, 60, '  ') : `${level}${title}`}\n`,
      style.isWrapped ? wrap(ABSTRACT, 80) : ABSTRACT,
      ...(authors === null ? [] : [`- ${authors}`]),
      ...(authors === null ? [] : [`[LINK: Acme Research](${SITE}/acme)`]),
      ...(day === '' ? [] : [`${day}${date}`]),
      `[LINK: GitHub 11.3k](https://github.com/acme/${id})`,
      `[LINK: arXiv Page](https://arxiv.org/abs/${id})`,
    ].join(gap),
  );
  return [...top, ...entries, '--------------------'].join('\n\n');
}

describe('parseDigest(name, bytes, null) on pages of Hugging Face with numbered links', () => {
  it.each<[string, Style]>([
    ['links on a line', {}],
    ['links around blocks', { isBlock: true }],
    ['addresses below each paper', { areDefinitionsBelow: true }],
    ['lines broken', { isWrapped: true }],
    ['blocks and lines broken', { isWrapped: true, isBlock: true }],
    ['pictures', { hasThumbnails: true }],
    ['who submitted them', { isSubmitted: true, hasThumbnails: true }],
    ['upvotes without a link', { areUpvotesBare: true, isSubmitted: true }],
    ['titles without headings', { level: '' }],
    ['headings of another level', { level: '## ' }],
    ['no furniture of the page above', { top: TOP.slice(2, 4) }],
  ])('reads every field with %s', (_, style) => {
    const text = withReferences(style);
    for (const source of [text, text.replaceAll('\n', '\r\n')]) {
      const digest = parseText(source);
      expect(digest).toMatchObject({
        shape: 'hugging-face-markdown',
        title: 'Daily Papers',
        records: told,
      });
      expect(digest.records.map(({ published }) => published)).toEqual(days);
      expect(digest.records.map(({ comments }) => comments)).toEqual([6, null, null]);
      expect(digest.warnings).toBeUndefined();
    }
  });
});

describe('parseDigest(name, bytes, null) on pages of Hugging Face with plain headings', () => {
  it.each<[string, Parameters<typeof withHeadings>[0]]>([
    ['lines below each other', {}],
    ['blank lines between', { gap: '\n\n' }],
    ['lines broken', { isWrapped: true, gap: '\n\n' }],
    ['who submitted them', { isSubmitted: true }],
    ['another way to write the day', { day: '' }],
    ['headings of another level', { level: '## ', day: '· ' }],
    ['no furniture of the page above', { top: TOP.slice(2, 4) }],
  ])('reads every field with %s', (_, style) => {
    const text = withHeadings(style);
    for (const source of [text, text.replaceAll('\n', '\r\n')]) {
      const { records, warnings } = parseText(source);
      expect(records).toMatchObject(told);
      expect(records.map(({ published }) => published)).toEqual(
        style.day === '' ? [null, null, null] : days,
      );
      const codes = papers.map(({ id }) => `https://github.com/acme/${id}`);
      expect(records.map(({ code }) => code)).toEqual(codes);
      const names = records.map(({ organization }) => organization?.name);
      expect(names).toEqual(['Acme Research', undefined, 'Acme Research']);
      expect(warnings).toBeUndefined();
    }
  });

  it('gives a number below a paper to none, as upvotes stand above a title', () => {
    const entry = (title: string) =>
      `### ${title}\n\n${ABSTRACT}\n- 8 authors\n\n7\n\n[LINK: GitHub 3](https://github.com/a/b)\n\n`;
    const { records } = parseText(`${TOP.join('\n\n')}\n\n${entry('One')}${entry('Two')}`);
    expect(records.map(({ upvotes }) => upvotes)).toEqual([null, null]);
  });
});
