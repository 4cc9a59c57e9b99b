import type { CitedPaper } from '../../src/citations/cited-paper.ts';

/** A paper of which nothing is known but its title. */
export const UNCITED: CitedPaper = {
  title: 'A Paper',
  authors: null,
  published: null,
  venue: null,
  arxivId: null,
  categories: null,
  doi: null,
  url: null,
  abstract: null,
  note: null,
};

export const PREPRINT: CitedPaper = {
  ...UNCITED,
  title: 'Notes on BERT and Q-Learning: A Study in 3D',
  authors: ['Ada King Lovelace', 'Jan van der Berg', 'Qwen Team'],
  published: '2026-03-05',
  arxivId: '2603.01234',
  categories: ['cs.CL', 'cs.AI'],
};

export const ARTICLE: CitedPaper = {
  ...UNCITED,
  title: 'Größe & Maß',
  authors: ['Jean-Luc Picard', 'Martin Luther King Jr.'],
  published: '2025',
  venue: 'Annals of Sets & Things',
  doi: '10.1000/a_b',
  abstract: 'On 100% of sets.',
};

/** All that could break a format, in one paper. */
export const HOSTILE: CitedPaper = {
  title: '{Open}, $O(n^2)$ & 50% <b>a_b</b> ~ # \\input{/etc/passwd} } @misc{x,\nER  - \u0000日本',
  authors: ['{Weird} "Name}', 'Foo and Bar\nER  - ', 'a, b, c, d', '李明', '\\write18{rm} X'],
  published: '2026-02',
  venue: 'Proceedings of } the "First" {',
  arxivId: null,
  categories: null,
  doi: '10.1000/{a}%b\\c',
  url: null,
  abstract: 'One\r\nTY  - JOUR\n}\n@article{y, title={z}}',
  note: 'Two\r\nER  - \nTY  - JOUR\n}\n@article{z, title={z}}\n\n\\end{document}',
};
