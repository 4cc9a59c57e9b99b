import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toApa } from '../../src/citations/apa.ts';
import { toBibtex } from '../../src/citations/bibtex.ts';
import { withoutCrowd } from '../../src/citations/cited-paper.ts';
import { toCslItems, toCslJson } from '../../src/citations/csl-json.ts';
import { toRis } from '../../src/citations/ris.ts';
import { ARTICLE, HOSTILE, PREPRINT, UNCITED } from './cited-papers.ts';

describe('toBibtex(papers)', () => {
  it('writes a preprint as arXiv does, words with capitals inside protected', () => {
    expect(toBibtex([PREPRINT])).toBe(`@misc{lovelace2026notes,
  title = {Notes on {BERT} and {Q}-Learning: A Study in {3D}},
  author = {Lovelace, Ada King and van der Berg, Jan and {Qwen Team}},
  year = {2026},
  month = mar,
  day = {5},
  eprint = {2603.01234},
  archiveprefix = {arXiv},
  primaryclass = {cs.CL},
  url = {https://arxiv.org/abs/2603.01234},
}
`);
  });

  it('writes an article with its journal, DOI and abstract', () => {
    expect(toBibtex([ARTICLE])).toBe(`@article{picard2025grosse,
  title = {Größe \\& Maß},
  author = {Picard, Jean-Luc and King, Jr., Martin Luther},
  journal = {Annals of Sets \\& Things},
  year = {2025},
  doi = {10.1000/a_b},
  url = {https://doi.org/10.1000/a_b},
  abstract = {On 100\\% of sets.},
}
`);
  });

  it('keeps braces balanced and TeX from running, whatever a digest says', () => {
    const written = toBibtex([HOSTILE]);
    expect(written).toContain(
      'title = {\\textbraceleft{}Open\\textbraceright{}, \\$O(n\\textasciicircum{}2)\\$ \\& 50\\%',
    );
    expect(written).toContain('\\textbackslash{}input\\textbraceleft{}/etc/passwd');
    expect(written).toContain(
      'author = {"Name, Weird and {Foo and Bar ER -} and {a, b, c, d} and {李明} and X, write18 rm},',
    );
    expect(written).toContain('booktitle = {Proceedings of \\textbraceright{} the "First"');
    expect(written.match(/^@/gm)).toHaveLength(1);
    expect(written.split('{')).toHaveLength(written.split('}').length);
  });

  it('says of an unknown paper its title alone', () => {
    expect(toBibtex([UNCITED])).toBe('@misc{paper,\n  title = {A Paper},\n}\n');
  });

  it('leaves out authors whose names are nothing but marks', () => {
    expect(toBibtex([{ ...UNCITED, authors: ['{}', 'Ada King'] }])).toContain(
      'author = {King, Ada},',
    );
    expect(toBibtex([{ ...UNCITED, authors: ['{}'] }])).not.toContain('author');
  });

  it('gives each paper a key of its own', () => {
    const keys = [...toBibtex(Array(28).fill(PREPRINT)).matchAll(/^@misc\{(.+),$/gm)].map(
      ([, key]) => key,
    );
    expect(new Set(keys).size).toBe(28);
    expect(keys.slice(0, 3)).toEqual([
      'lovelace2026notes',
      'lovelace2026notesb',
      'lovelace2026notesc',
    ]);
  });
});

describe('toRis(papers)', () => {
  it('writes a value a line', () => {
    expect(toRis([PREPRINT, ARTICLE])).toBe(`TY  - UNPB
TI  - Notes on BERT and Q-Learning: A Study in 3D
AU  - Lovelace, Ada King
AU  - van der Berg, Jan
AU  - Qwen Team
PB  - arXiv
PY  - 2026
DA  - 2026/03/05/
AN  - arXiv:2603.01234
UR  - https://arxiv.org/abs/2603.01234
ER  - 

TY  - JOUR
TI  - Größe & Maß
AU  - Picard, Jean-Luc
AU  - King, Martin Luther, Jr.
T2  - Annals of Sets & Things
PY  - 2025
DA  - 2025///
DO  - 10.1000/a_b
UR  - https://doi.org/10.1000/a_b
AB  - On 100% of sets.
ER  - 
`);
  });

  it('lets no text begin a line, but a note that goes on', () => {
    const tags = toRis([HOSTILE]).trimEnd().split('\n');
    expect(tags.every((line) => /^(?:[A-Z][A-Z0-9] {2}- ?| {4})/.test(line))).toBe(true);
    expect(tags.filter((line) => /^(?:TY|ER) /.test(line))).toEqual(['TY  - CPAPER', 'ER  -']);
  });
});

describe('toCslItems(papers)', () => {
  it('takes names and dates apart', () => {
    expect(toCslItems([PREPRINT])).toEqual([
      {
        id: 'lovelace2026notes',
        'citation-key': 'lovelace2026notes',
        type: 'article',
        title: 'Notes on BERT and Q-Learning: A Study in 3D',
        author: [
          { family: 'Lovelace', given: 'Ada King' },
          { family: 'van der Berg', given: 'Jan' },
          { literal: 'Qwen Team' },
        ],
        issued: { 'date-parts': [[2026, 3, 5]] },
        publisher: 'arXiv',
        number: 'arXiv:2603.01234',
        URL: 'https://arxiv.org/abs/2603.01234',
      },
    ]);
    expect(toCslItems([ARTICLE])[0]).toMatchObject({
      type: 'article-journal',
      author: [
        { family: 'Picard', given: 'Jean-Luc' },
        { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      ],
      issued: { 'date-parts': [[2025]] },
      'container-title': 'Annals of Sets & Things',
      DOI: '10.1000/a_b',
    });
  });

  it('writes them as JSON', () => {
    expect(JSON.parse(toCslJson([HOSTILE, UNCITED]))).toEqual(toCslItems([HOSTILE, UNCITED]));
  });
});

describe('toApa(paper)', () => {
  it('writes references of the seventh edition', () => {
    expect(toApa(PREPRINT)).toBe(
      'Lovelace, A. K., van der Berg, J., & Qwen Team. (2026). Notes on BERT and Q-Learning: A Study in 3D (arXiv:2603.01234). arXiv. https://arxiv.org/abs/2603.01234',
    );
    expect(toApa(ARTICLE)).toBe(
      'Picard, J.-L., & King, M. L., Jr. (2025). Größe & Maß. Annals of Sets & Things. https://doi.org/10.1000/a_b',
    );
  });

  it('keeps what looks like markup, and makes initials of small letters too', () => {
    const paper = { ...UNCITED, title: 'On <i> & x<y>', authors: ['Jean-luc Picard', 'ei Liu'] };
    expect(toApa({ ...paper, venue: 'Sets <b>', published: '2026' })).toBe(
      'Picard, J.-L., & Liu, E. (2026). On <i> & x<y>. Sets <b>.',
    );
  });

  it('is one line with the title in it, whatever a digest says', () => {
    const text = fc.string({ unit: fc.constantFrom(...'{}\\"\'<>/ib&,.-\n aBΩ日\u0000') });
    fc.assert(
      fc.property(text, text, (title, name) => {
        const reference = toApa({ ...HOSTILE, title: `Notes ${title}`, authors: [name] });
        expect(reference).toMatch(/^[^\n\u2060]*Notes[^\n\u2060]*$/u);
      }),
    );
  });

  it('puts the title first where the authors are unknown', () => {
    expect(toApa(UNCITED)).toBe('A Paper. (n.d.).');
    expect(toApa({ ...UNCITED, title: 'Why?', published: '2026-03' })).toBe('Why? (2026).');
  });

  it('cuts the authors of a crowd: nineteen, and the last', () => {
    const crowd = Array.from({ length: 25 }, (_, index) => `Ada Author${index}`);
    const reference = toApa({ ...UNCITED, authors: crowd });
    expect(reference).toContain('Author18, A., … Author24, A. (n.d.). A Paper.');
    expect(reference).not.toContain('Author19');
    expect(toApa({ ...UNCITED, authors: crowd.slice(0, 20) })).toContain(
      'Author18, A., & Author19',
    );
  });
});

describe('withoutCrowd(paper)', () => {
  const crowd = Array.from({ length: 51 }, (_, index) => `Ada Author${index}`);

  it('names fifty authors and “others”, which styles of BibTeX write as et al.', () => {
    const cut = withoutCrowd({ ...UNCITED, authors: crowd });
    expect(toBibtex([cut])).toContain(' and Author49, Ada and others},');
    expect(toRis([cut]).match(/^AU {2}- /gm)).toHaveLength(51);
    expect(toCslItems([cut])[0]?.author?.at(-1)).toEqual({ literal: 'others' });
  });

  it('leaves others whole', () => {
    const paper = { ...UNCITED, authors: crowd.slice(1) };
    expect(withoutCrowd(paper)).toBe(paper);
    expect(withoutCrowd(UNCITED)).toBe(UNCITED);
  });
});
