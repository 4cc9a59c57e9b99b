import { type LocatedProblem, quote } from '../input-error.ts';
import type { NameFinder } from './name-finder.ts';
import type { PaperReference, TopicCuration } from './parse-curation.ts';

/** A file of curation that includes or excludes a paper. */
export interface NamedPaper extends PaperReference {
  readonly path: string;
  /** Index of the file's topic. */
  readonly topic: number;
}

/** Papers that the operator moves, by index. */
export interface NamedPapers {
  readonly included: ReadonlyMap<number, NamedPaper>;
  /** Several topics can exclude a paper. */
  readonly excluded: ReadonlyMap<number, readonly NamedPaper[]>;
}

/** Finds the papers of all files; names that are unknown or contradict each other join `problems`. */
export function findNamedPapers(
  curations: readonly TopicCuration[],
  names: NameFinder,
  problems: LocatedProblem[],
): NamedPapers {
  const included = new Map<number, NamedPaper>();
  const excluded = new Map<number, NamedPaper[]>();
  for (const { slug, path, include, exclude } of curations) {
    const lineOf = new Map<number, number>();
    const find = (reference: PaperReference, add: (index: number) => NamedPaper | undefined) => {
      const { line, paper } = reference;
      const index = names.paper(paper);
      if (typeof index !== 'number') {
        problems.push({ path, line, ...index });
        return;
      }
      const before = lineOf.get(index);
      const other = before === undefined ? add(index) : { path, line: before };
      lineOf.set(index, line);
      if (other !== undefined) problems.push({ path, line, ...namedBefore(paper, other) });
    };
    const topic = names.topic.get(slug) ?? -1;
    for (const reference of include) {
      find(reference, (index) => {
        const other = included.get(index);
        if (other === undefined) included.set(index, { ...reference, path, topic });
        return other;
      });
    }
    for (const reference of exclude) {
      find(reference, (index) => {
        excluded.set(index, [...(excluded.get(index) ?? []), { ...reference, path, topic }]);
        return undefined;
      });
    }
  }
  return { included, excluded };
}

function namedBefore(paper: string, { path, line }: { path: string; line: number }) {
  return {
    expected: 'a paper that is included once, or excluded',
    got: `${quote(paper)}, which ${path}:${line} names too`,
    advice: 'Remove one of the two.',
  };
}
