import type { Paper } from '../src/core/paper/paper.ts';
import { parseWebAddress } from '../src/core/web-address.ts';
import type { PaperPage } from '../src/site-data.ts';
import type { NamedTopics } from './compose-topics.ts';
import type { DescribedPaper } from './describe-papers.ts';
import { ownSlug, type SubTopics } from './describe-sub-topics.ts';
import type { PaperText } from './set-text.ts';

/** The papers as pages show them: what digests tell, its text set, and where the papers stand among topics. */
export function composePapers(
  papers: readonly Paper[],
  texts: readonly PaperText[],
  described: readonly DescribedPaper[],
  { topics, curated }: NamedTopics,
  more: { readonly subTopics: SubTopics; readonly joined: ReadonlyMap<string, number> },
): PaperPage[] {
  return papers.map((paper, index) => ({
    ...paper,
    ...texts[index]!,
    authors: paper.authors && [...paper.authors],
    categories: paper.categories && [...paper.categories],
    keywords: paper.keywords && [...paper.keywords],
    url: linkTarget(paper.url),
    code: linkTarget(paper.code),
    project: linkTarget(paper.project),
    sources: [...paper.sources],
    topic: topics[curated.topicOf[index]!]!.slug,
    subTopic: subTopicOf(more.subTopics, index),
    isMoved: curated.isMoved(index),
    why: described[index]!.why,
    position: described[index]!.position,
    joined: more.joined.get(paper.id)!,
    related: described[index]!.related.map(({ row, score, shared }) => ({
      id: papers[row]!.id,
      score,
      shared: [...shared],
    })),
  }));
}

function subTopicOf({ partOf }: SubTopics, paper: number): string | null {
  const slug = partOf[paper]!;
  return slug === null ? null : ownSlug(slug);
}

/** Digests may hold addresses that no page should link to. */
function linkTarget(address: string | null): string | null {
  return parseWebAddress(address ?? '')?.href ?? null;
}
