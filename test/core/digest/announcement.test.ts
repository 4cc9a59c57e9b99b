import { describe, expect, it } from 'vitest';
import { readAnnouncement } from '../../../src/core/digest/announcement.ts';
import { parseText } from './seeds.ts';

const PROSE = 'We follow readers over two years and ask each of them what they opened.';
const LEAD = 'arXiv:2412.13207v2 Announce Type: new';
const told = { abstract: PROSE, arxivId: '2412.13207', arxivVersion: 2 };

describe('readAnnouncement(text)', () => {
  it('parts the id of an entry of a feed from its abstract', () => {
    for (const text of [
      `${LEAD} Abstract: ${PROSE}`,
      `  ${LEAD} \nAbstract: ${PROSE}`,
      `${LEAD} ${PROSE}`,
    ]) {
      expect(readAnnouncement(text)).toEqual({ id: 'arXiv:2412.13207v2', abstract: PROSE });
    }
    expect(readAnnouncement(PROSE)).toBeNull();
  });
});

describe('parseDigest(name, bytes, null) of what was copied from a feed of arXiv', () => {
  it.each([
    [
      'front matter',
      `---\ntitle: Letters and Their Readers\nurl: https://arxiv.org/abs/2412.13207\n---\n\n${LEAD} Abstract: ${PROSE}\n`,
    ],
    [
      'headings',
      `## Letters and Their Readers\n**Link:** [https://arxiv.org/abs/2412.13207](https://arxiv.org/abs/2412.13207)\n\n` +
        `**Abstract:** ${LEAD} \nAbstract: ${PROSE}\n`,
    ],
    [
      'JSON',
      JSON.stringify([
        {
          title: 'Letters and Their Readers',
          link: 'https://arxiv.org/abs/2412.13207',
          summary: `${LEAD} \nAbstract: ${PROSE}`,
        },
      ]),
    ],
    [
      'a table',
      `Title,Link,Abstract\nLetters and Their Readers,https://arxiv.org/abs/2412.13207,${LEAD} Abstract: ${PROSE}\n`,
    ],
  ])('takes the abstract out of it in %s', (_, text) => {
    expect(parseText(text).records).toMatchObject([told]);
  });
});

describe('parseDigest(name, bytes, null) of papers below headings', () => {
  it('puts none under a heading of a lower level than its own', () => {
    const paper = (at: number) =>
      `## A Title of Words ${at}\n**Link:** [pdf](https://arxiv.org/abs/2412.1320${at})\n\n**Abstract:** ${PROSE}\n\n`;
    const text = `# Today\n\n### Topics:\nletters\n\n${paper(1)}## Readers\n\n${paper(2)}`;
    expect(parseText(text).records.map(({ heading }) => heading)).toEqual([null, 'Readers']);
  });
});
