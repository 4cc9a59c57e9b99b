import { findTopic, papers, site } from '../../load-site-data.ts';
import { composeLookup } from '../../paper/compose-lookup.ts';
import type { LookupFile } from '../../paper/paper-lookup.ts';

const label = (topic: string) => findTopic(topic).label;

export function getStaticPaths() {
  return composeLookup(papers, site.retired, label).map((content, file) => ({
    params: { file: String(file) },
    props: { content },
  }));
}

export const GET = ({ props }: { props: { content: LookupFile } }) => Response.json(props.content);
