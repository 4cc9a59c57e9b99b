import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatLock } from '../../src/core/topics/format-lock.ts';
import { paperPageSchema, siteSchema } from '../../src/site-data.ts';
import { build, folders, seedLines, useTrialFolders } from './sheaf-in-folders.ts';
import { compose, FIVE_THEMES, papersOf, recordOf } from './themed-content.ts';

useTrialFolders();

const FRENCH = [
  'Nous étudions la régression linéaire et l’estimation de la densité dans un cadre bayésien.',
  'Un modèle de diffusion pour la génération d’images à partir de textes français.',
  'L’apprentissage par renforcement profond appliqué à la robotique humanoïde.',
];
const CHINESE = [
  '我们提出了一种用于图像生成的扩散模型。',
  '本文研究图神经网络的表达能力和过度平滑问题。',
  '强化学习中的探索与利用。',
];
const SAME = 'Score networks learn the noise of images by diffusion models.';
const records = (abstracts: readonly (string | null)[]) =>
  abstracts.map((abstract, at) => recordOf(`Paper ${at + 1}`, abstract));
const mixed = [...FIVE_THEMES.flatMap((theme) => papersOf(theme, 0, 8)), ...records([...FRENCH, ...CHINESE])]; // prettier-ignore

/** Papers of n distinct titles. */
const titled = (titles: readonly string[]) => titles.map((title) => recordOf(title, null));

describe('composeSite() of a collection that is', () => {
  it.each([
    ['one paper', records([SAME])],
    ['one paper of no known word', [recordOf('扩散', null)]],
    ['two papers', records([SAME, FRENCH[0]!])],
    ['three equal abstracts', records([SAME, SAME, SAME])],
    ['thirty equal abstracts', records(Array<string>(30).fill(SAME))],
    ['French and Chinese among English', mixed],
    ['Chinese alone', records(Array.from({ length: 20 }, (_, at) => CHINESE[at % 3]!))],
    ['without abstracts', titled(FIVE_THEMES.flatMap((theme) => papersOf(theme, 0, 8).map(({ title }) => title)))], // prettier-ignore
    ['of three words each', records(Array.from({ length: 40 }, (_, at) => papersOf('graphs', at, at + 1)[0]!.abstract!.split(' ').slice(0, 3).join(' ')))], // prettier-ignore
    ['stop words alone', records(['of the and', 'in a the', 'it is not'])],
  ])(
    '%s: every paper is in a topic with a name, and a second build gives the same',
    (_, papers) => {
      const site = compose(papers);
      siteSchema.parse(site.site);
      for (const paper of site.papers) paperPageSchema.parse(paper);
      const placed = site.site.topics.flatMap((topic) => topic.papers);
      expect(placed.toSorted()).toEqual(site.papers.map(({ id }) => id).toSorted());
      const labels = site.site.topics.map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
      const again = compose(papers, { after: site });
      expect(formatLock(again.lock)).toBe(formatLock(site.lock));
      expect(again.papers).toEqual(site.papers);
      expect(again.site.topics).toEqual(site.site.topics);
    },
  );

  it('of ten papers makes no fifty topics', () => {
    const papers = papersOf('graphs', 0, 10);
    const site = compose(papers, { topics: 50 });
    expect(site.site.topics.length).toBeLessThanOrEqual(10);
    const again = compose(papers, { topics: 50, after: site });
    expect(again.site.topics).toEqual(site.site.topics);
    expect(again.notes).toEqual([]);
  });

  it('grows from one paper to many, and shrinks to one again', () => {
    const all = FIVE_THEMES.flatMap((theme) => papersOf(theme, 0, 8));
    const one = compose(all.slice(0, 1));
    const many = compose(all, { after: one });
    expect(many.papers).toHaveLength(40);
    expect(() => compose(all.slice(0, 1), { after: many })).toThrow(/that of another: of its 40/);
    const few = compose(all.slice(0, 8), { after: many });
    expect(few.papers).toHaveLength(8);
  });
});

describe('sheaf build of a small collection', () => {
  it('says that no more topics than there are can be told apart', async () => {
    await writeFile(join(folders.content, 'site.yaml'), 'title: A test\ntopics: 50\n');
    // The first ten papers.
    const lines = seedLines.slice(0, 90).join('\n');
    await writeFile(join(folders.content, 'digests/002_beecdf11677fe123.txt'), lines);
    const { status, log, error } = await build('--data-only');
    expect(error).toBe('');
    expect(status).toBe(0);
    expect(log).toMatch(/site\.yaml asks for 50; no more can be told apart/);
  });
});
