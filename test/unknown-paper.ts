import type { PaperPage } from '../src/site-data.ts';

/** A paper of which nothing is known but its title. */
export const UNKNOWN: PaperPage = {
  id: 'a-paper-00000000',
  title: 'A Paper',
  titleText: 'A Paper',
  titleHtml: 'A Paper',
  abstract: null,
  abstractHtml: null,
  excerptHtml: null,
  mathSources: [],
  authors: null,
  authorCount: 3,
  organization: null,
  published: null,
  arxivId: null,
  doi: null,
  upvotes: null,
  comments: 4,
  topic: 'entropy',
  why: null,
  position: [0.5, 0.5],
  related: [],
  sources: [{ digest: 'a.txt', line: 1, endLine: 2 }],
};
