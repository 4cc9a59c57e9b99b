import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { build, expectOldSite, folders, useTrialFolders } from './sheaf-in-folders.ts';
import { compose, FIVE_THEMES, papersOf } from './themed-content.ts';

const RECORDS = FIVE_THEMES.flatMap((theme) => papersOf(theme, 0, 24));
const plain = compose(RECORDS);
const topicIn = ({ site }: typeof plain, id: string) =>
  site.topics.find((topic) => topic.id === id);
const paperOf = (site: typeof plain, title: string) =>
  site.papers.find((paper) => paper.title === title)!;

describe('composeSite() with topics overruled', () => {
  it('takes label, terms and introduction as the operator writes them', () => {
    const terms = Array.from({ length: 12 }, (_, at) => `term ${at}`);
    const introduction = '# Where to begin\n\n*Nodes* & <b>edges</b>.';
    const site = compose(RECORDS, {
      curation: {
        'graph-node.md': `---\nlabel: Graphs & all\nterms: [Message, ${terms.join(', ')}]\n---\n${introduction}`,
      },
    });
    const [topic, before] = [topicIn(site, 'graph-node'), topicIn(plain, 'graph-node')];
    expect(topic?.label).toBe('Graphs & all');
    expect(topic?.terms.map(({ term }) => term)).toEqual(['Message', ...terms]);
    const weights = before!.terms.map(({ weight }) => weight);
    expect(topic!.terms[0]!.weight).toBe(
      before!.terms.find(({ term }) => term === 'message')?.weight ?? Math.min(...weights),
    );
    expect(topic?.terms[1]?.weight).toBe(Math.min(...weights));
    expect(topic?.introductionHtml).toBe(
      '<h2>Where to begin</h2>\n<p><em>Nodes</em> &#x26; edges.</p>',
    );
    // What the model found goes on under its own name.
    expect(site.lock).toEqual(plain.lock);
  });

  it('moves included and excluded papers, and keeps them out of the lock', () => {
    const [moved, sent] = [
      paperOf(plain, 'speech phoneme, part 3'),
      paperOf(plain, 'graph node, part 5'),
    ];
    const site = compose(RECORDS, {
      after: plain,
      curation: {
        'graph-node.md': `---\ninclude: [${moved.id}]\nexclude: [${sent.id}]\n---\n`,
      },
    });
    expect(paperOf(site, moved.title).topic).toBe('graph-node');
    expect(topicIn(site, 'graph-node')?.papers).toContain(moved.id);
    expect(paperOf(site, sent.title).topic).toBe(sent.why?.runnerUp?.topic);
    expect(site.papers.filter(({ isMoved }) => isMoved).map(({ title }) => title)).toEqual([
      sent.title,
      moved.title,
    ]);
    expect(paperOf(site, moved.title).why).toMatchObject({
      isBetween: false,
      runnerUp: { topic: moved.topic },
    });
    expect(site.lock).toEqual(plain.lock);
    expect(site.site.retired).toEqual([]);
    // Without the file all is as it was.
    expect(compose(RECORDS, { after: site }).papers).toEqual(plain.papers);
  });

  it('gives a new topic no label that the operator gave another', () => {
    const more = [...RECORDS, ...papersOf('privacy', 0, 24)];
    const known = new Set(plain.site.topics.map(({ id }) => id));
    const added = (site: typeof plain) => site.site.topics.find(({ id }) => !known.has(id))!;
    const { label } = added(compose(more, { after: plain }));
    const curation = { 'graph-node.md': `---\nlabel: ${label}\n---\n` };
    const site = compose(more, { after: plain, curation });
    expect(topicIn(site, 'graph-node')?.label).toBe(label);
    expect(added(site).label.toLowerCase()).not.toBe(label.toLowerCase());
  });

  it('knows the nearest name of what does not exist, and the heir of what has ended', () => {
    const curation = { 'grahp-node.md': '---\nlabel: X\n---\n' };
    expect(() => compose(RECORDS, { curation })).toThrow(
      /topics\/grahp-node\.md:1: expected the name of a topic.*\n.*rename the file to graph-node\.md/,
    );
    const left = RECORDS.filter(({ title }) => !title.startsWith('graph'));
    const after = compose(left, { after: plain });
    const heir = after.site.retired[0]!.successor!;
    const ended = { 'graph-node.md': '---\nlabel: X\n---\n' };
    expect(() => compose(left, { after, curation: ended })).toThrow(
      new RegExp(`a topic of an earlier build\n.*went to ${heir}: rename the file to ${heir}\\.md`),
    );
  });
});

describe('sheaf build with content/topics/', () => {
  useTrialFolders();
  let topics: { id: string; papers: string[]; introduction: string | null; label: string }[];
  beforeEach(async () => {
    await mkdir(join(folders.content, 'topics'));
    await writeFile(join(folders.content, 'site.yaml'), 'title: A test\ntopics: 3\n');
  });
  const curate = (name: string, text: string) =>
    writeFile(join(folders.content, 'topics', name), text);
  async function readTopics(): Promise<void> {
    const file = join(folders.out, 'api/topics.json');
    topics = JSON.parse(await readFile(file, 'utf8')) as typeof topics;
  }

  it('applies what the files say, also to topics that go on', async () => {
    await build('--data-only');
    await readTopics();
    const [first, second] = topics.map(({ id }) => id);
    await curate(`${first!}.md`, `---\nlabel: Mine\nmerge: [${second!}]\n---\n## Hear\n`);
    expect((await build('--data-only')).error).toBe('');
    await readTopics();
    expect(topics).toHaveLength(2);
    expect(topics[0]).toMatchObject({ id: first, label: 'Mine', introduction: '<h2>Hear</h2>' });
  });

  it('names all that is wrong by path and line, with the nearest names, and writes nothing', async () => {
    await curate('no-such-topic.md', '---\nlabel: X\n---\n');
    await curate(
      'another.md',
      '---\nmerge:\n  - statistical-larning\ninclude: [2401.99999]\n---\n',
    );
    const { status, error } = await build('--data-only');
    expect(status).toBe(1);
    const folder = join(folders.content, 'topics');
    for (const place of ['no-such-topic.md:1', 'another.md:1', 'another.md:3', 'another.md:4']) {
      expect(error).toContain(`${join(folder, place)}: expected`);
    }
    expect(error.match(/The nearest name is [a-z0-9-]+:/g)).toHaveLength(4);
    expect(error).toContain('4 problems in 2 files; nothing was written');
    await expectOldSite();
  });
});
