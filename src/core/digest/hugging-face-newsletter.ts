import { quote } from '../input-error.ts';
import { isIsoDate } from '../iso-date.ts';
import { type MarkdownNode, parseCommonMark, plainText } from '../markdown.ts';
import { type DigestRecord, type DigestShape, unknownFields } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { pageTitleFault } from './hugging-face-title.ts';
import { mergeTwins } from './merge-twins.ts';
import { LONGEST_LINE } from './hugging-face-lines.ts';
import { papersOf, readSection, type Section } from './hugging-face-section.ts';
import { markdownProblem } from './markdown-rows.ts';
import { foldText } from './page-row.ts';
import { ProblemList } from './problem-list.ts';

const SAMPLE = 20_000;

/** A newsletter on the papers of a day: a heading each, words on it, a link to its page. */
export const huggingFaceNewsletter: DigestShape = {
  name: 'hugging-face-newsletter',
  source: 'Hugging Face Papers',
  looksLike: 'Markdown with a heading a paper, a summary, a link to huggingface.co/papers/…',
  detect(text) {
    const sample = text.slice(0, SAMPLE);
    if (/^\s*<(?:!doctype|html)/i.test(sample)) return 0;
    const pages = sample.split(/huggingface\.co\/papers\/\d{4}\.\d/).length - 1;
    const headings = sample.split(/^#{1,4} \S/m).length - 1;
    const isPage = /login\?next=%2Fpapers|Get trending papers in your/.test(sample);
    return pages > 0 && headings >= pages && !isPage ? 0.85 : 0;
  },
  parse(text, notes) {
    const problem = markdownProblem(text);
    if (problem) throw new DigestError([problem]);
    const root = parseCommonMark(text);
    const { problems, records } = readSections(root.children);
    const top = root.children.find((node) => node.type === 'heading' && node.depth === 1);
    const title =
      top && !records.some(({ line }) => line === top.position?.start.line) ? top : null;
    const date = dayOf(root.children);
    return problems.finish({
      shape: this.name,
      title: notes.title ?? (title ? foldText(plainText(title)) : null),
      date: notes.date ?? date,
      curator: notes.curator,
      records,
    });
  },
};

/** The day that a newsletter names above its second heading, if it is one. */
function dayOf(nodes: readonly MarkdownNode[]): string | null {
  const second = nodes.findIndex(({ type }, at) => type === 'heading' && at > 0);
  const head = nodes
    .slice(0, second < 0 ? 1 : second)
    .map((node) => plainText(node).slice(0, 1000));
  const days = head.join('\n').match(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g) ?? [];
  const [day, ...others] = new Set(days.filter(isIsoDate));
  return others.length === 0 ? (day ?? null) : null;
}

function readSections(nodes: readonly MarkdownNode[]) {
  const problems = new ProblemList();
  const records: DigestRecord[] = [];
  const sections = chooseSections(nodes).map((section) => ({
    section,
    facts: readSection(section),
  }));
  const linked = sections.map(({ facts }) => facts.ids.length > 0);
  const [first, last] = [linked.indexOf(true), linked.lastIndexOf(true)];
  const isNumbered = sections.every(
    ({ section }, at) => !linked[at] || /^\d{1,4}[.)、]\s*\S/.test(section.title),
  );
  sections.forEach(({ section, facts }, at) => {
    // What stands before the first paper and behind the last one speaks of the newsletter.
    if (at < first || at > last) return;
    const line = section.heading.position?.start.line ?? 1;
    const title = isNumbered ? section.title.replace(/^\d{1,4}[.)、]\s*/, '') : section.title;
    const wrong = pageTitleFault(title);
    if (wrong !== null) {
      problems.add({
        line,
        expected: 'the title of a paper',
        got: wrong,
        advice: 'Restore the title, or remove the entry.',
      });
    } else if (!linked[at]) {
      problems.add({
        line,
        expected: 'a link to the paper’s page below this heading',
        got: quote(title),
        advice: 'Add the link to https://huggingface.co/papers/…, or remove the heading.',
      });
    } else if ((facts.summary?.length ?? 0) + (facts.abstract?.length ?? 0) > LONGEST_LINE) {
      problems.add({
        line,
        expected: `at most ${LONGEST_LINE.toLocaleString('en')} characters on a paper`,
        got: `more on ${quote(title)}`,
        advice: 'Cut the entry, or give each of its papers a heading.',
      });
    } else {
      const { ids, endLine, ...known } = facts;
      records.push({ ...unknownFields, ...known, title, arxivId: ids[0]!, line, endLine });
    }
  });
  problems.wantRecords(records, 'headings with a link to a paper’s page below each');
  return { problems, records: mergeTwins(records) };
}

/** The sections of the highest level at which none speaks of two papers. */
function chooseSections(nodes: readonly MarkdownNode[]): Section[] {
  const top = nodes.filter(({ type }) => type === 'heading');
  for (let depth = 1; depth <= 6; depth++) {
    const sections = cut(nodes, depth);
    // A heading above all others is the newsletter's own.
    if (sections.length === 1 && top.length > 1 && sections[0]?.heading === top[0]) continue;
    const counts = sections.map((section) => papersOf(section).length);
    if (counts.some((count) => count > 0) && counts.every((count) => count <= 1)) return sections;
  }
  return [];
}

function cut(nodes: readonly MarkdownNode[], depth: number): Section[] {
  const sections: (Section & { nodes: MarkdownNode[] })[] = [];
  let current: (Section & { nodes: MarkdownNode[] }) | null = null;
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth <= depth) {
      const isOwn = node.depth === depth;
      current = isOwn ? { title: foldText(plainText(node)), heading: node, nodes: [] } : null;
      if (current) sections.push(current);
    } else current?.nodes.push(node);
  }
  return sections;
}
