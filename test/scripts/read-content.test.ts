import { describe, expect, it } from 'vitest';
import { type Content, readContent } from '../../scripts/read-content.ts';
import { InputError } from '../../src/core/input-error.ts';
import { ABSTRACT } from '../core/digest/seeds.ts';

const DIGEST = `A Paper\n${ABSTRACT}\nAnother Paper\n${ABSTRACT}\n`;
const SETTINGS = { 'content/site.yaml': 'title: Papers\n' };

/** Reads the folder `content` of a disk that holds these files and no others. */
function read(
  disk: Readonly<Record<string, string | Uint8Array>>,
  skipBad = false,
): Promise<Content> {
  const files: Parameters<typeof readContent>[1] = {
    listFiles(folder) {
      const below = Object.keys(disk).filter((path) => path.startsWith(`${folder}/`));
      const paths = below.map((path) => path.slice(folder.length + 1)).sort();
      return Promise.resolve(paths.length > 0 ? paths : null);
    },
    readFile(path) {
      const file = disk[path];
      if (file === undefined) return Promise.resolve(null);
      return Promise.resolve(typeof file === 'string' ? new TextEncoder().encode(file) : file);
    },
  };
  return readContent('content', files, { refit: false, skipBad });
}

async function errorOf(disk: Readonly<Record<string, string | Uint8Array>>): Promise<InputError> {
  const error: unknown = await read(disk).catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) throw error;
  return error;
}

const placesOf = async (disk: Readonly<Record<string, string | Uint8Array>>) =>
  (await errorOf(disk)).problems.map(({ path, line }) => `${path}:${line}`);

describe('readContent(folder, files)', () => {
  it('reads settings and digests, in folders too, and skips hidden files and folders', async () => {
    const { settings, digests } = await read({
      ...SETTINGS,
      'content/digests/b.txt': DIGEST,
      'content/digests/2026/a.md': DIGEST,
      'content/digests/.DS_Store': Uint8Array.of(0, 1, 2),
      'content/digests/2026/.hidden.txt': 'nothing',
      'content/digests/.git/config': 'nothing',
    });
    expect(settings.title).toBe('Papers');
    expect(digests.map(({ path, records }) => [path, records.length])).toEqual([
      ['2026/a.md', 2],
      ['b.txt', 2],
    ]);
  });

  it('takes the date of a digest from the start of its file’s name, in a folder too', async () => {
    const { digests } = await read({ ...SETTINGS, 'content/digests/a/2026-03-25-b.txt': DIGEST });
    expect(digests[0]?.date).toBe('2026-03-25');
  });

  it.each(['march.yaml', 'march.yml', 'march.txt.yaml', 'march.txt.yml'])(
    'reads the notes on march.txt in %s',
    async (sidecar) => {
      const { digests } = await read({
        ...SETTINGS,
        'content/digests/2026/march.txt': DIGEST,
        [`content/digests/2026/${sidecar}`]: 'title: March\ndate: 2026-03-25\ncurator: Ada\n',
      });
      expect(digests).toHaveLength(1);
      expect(digests[0]).toMatchObject({ title: 'March', date: '2026-03-25', curator: 'Ada' });
    },
  );

  it('gives notes to the digest in the same folder alone', async () => {
    const { digests } = await read({
      ...SETTINGS,
      'content/digests/a/march.txt': DIGEST,
      'content/digests/b/march.txt': DIGEST,
      'content/digests/b/march.yaml': 'title: March\n',
    });
    expect(digests.map(({ title }) => title)).toEqual([null, 'March']);
  });

  it('refuses notes on no digest, on several, and a second file of them on one', async () => {
    const error = await errorOf({
      ...SETTINGS,
      'content/digests/a.txt': DIGEST,
      'content/digests/april.yaml': 'title: April\n',
      'content/digests/both.md': DIGEST,
      'content/digests/both.txt': DIGEST,
      'content/digests/both.yaml': 'title: Both\n',
      'content/digests/a.txt.yaml': 'title: One\n',
      'content/digests/a.yaml': 'title: Two\n',
    });
    expect(error.problems.map(({ path, got }) => [path, got])).toEqual([
      ['content/digests/a.yaml', 'a second file of notes on a.txt'],
      ['content/digests/april.yaml', 'no digest of that name'],
      ['content/digests/both.yaml', 'several: both.md, both.txt'],
    ]);
  });

  it('names the line of a file of notes', async () => {
    const places = await placesOf({
      ...SETTINGS,
      'content/digests/a.txt': DIGEST,
      'content/digests/a.yaml': 'title: A\n\ndate: soon\n',
    });
    expect(places).toEqual(['content/digests/a.yaml:3']);
  });

  it('puts the problems of all files into one error, a line of what and one of advice each', async () => {
    const error = await errorOf({
      'content/site.yaml': 'title: Papers\ntopics: many\n',
      'content/digests/a.txt': '',
      'content/digests/b.txt': Uint8Array.of(65, 10, 0),
      'content/digests/c.txt': `${DIGEST}A Title without More\n`,
      'content/digests/c.yaml': 'colour: red\n',
      'content/digests/d.txt': 'Dear diary\n',
      'content/digests/e.txt': `---\ntitle: E\ndate: soon\n---\n${DIGEST}`,
      'content/digests/f.txt': Uint8Array.of(65, 10, 66, 10, 0xe9, 10),
      'content/digests/good.txt': DIGEST,
    });
    const lines = error.message.split('\n');
    const what = lines.filter((_, index) => index % 2 === 0);
    const advice = lines.filter((_, index) => index % 2 === 1);
    expect(what.map((line) => line.split(': expected ')[0])).toEqual([
      'content/site.yaml:2',
      'content/digests/c.yaml:1',
      'content/digests/a.txt:1',
      'content/digests/b.txt:2',
      'content/digests/c.txt:5',
      'content/digests/d.txt:1',
      'content/digests/e.txt:3',
      'content/digests/f.txt:3',
    ]);
    expect(what.every((line) => line.includes(', got '))).toBe(true);
    expect(
      advice.every(
        (line) => (line.startsWith('    ') && line.endsWith('.')) || line.includes('iconv'),
      ),
    ).toBe(true);
  });

  it('names settings that are missing', async () => {
    const error = await errorOf({ 'content/digests/a.txt': DIGEST });
    expect(error.problems).toMatchObject([
      { path: 'content/site.yaml', line: 1, got: 'no such file' },
    ]);
  });

  it('names the missing title of settings without a byte', async () => {
    const disk = { 'content/site.yaml': '', 'content/digests/a.txt': DIGEST };
    const [problem] = (await errorOf(disk)).problems;
    expect(problem).toMatchObject({ path: 'content/site.yaml', line: 1, advice: 'Add title: …' });
  });

  it('names the folder where there is no digest', async () => {
    expect(await placesOf(SETTINGS)).toEqual(['content/digests:1']);
    expect(await placesOf({ ...SETTINGS, 'content/digests/.hidden': 'x' })).toEqual([
      'content/digests:1',
    ]);
  });

  it('names settings and digests where both are missing', async () => {
    expect(await placesOf({})).toEqual(['content/site.yaml:1', 'content/digests:1']);
  });

  it('reads the curation of topics, and skips hidden files', async () => {
    const { curations } = await read({
      ...SETTINGS,
      'content/digests/a.txt': DIGEST,
      'content/topics/graphs.md': '\uFEFF---\r\nlabel: Graphs\r\n---\r\nOn graphs.\r\n',
      'content/topics/chains.md': 'On chains.',
      'content/topics/.chains.md.swp': Uint8Array.of(0),
    });
    expect(curations.map(({ slug, path, label }) => [slug, path, label])).toEqual([
      ['chains', 'content/topics/chains.md', null],
      ['graphs', 'content/topics/graphs.md', 'Graphs'],
    ]);
  });

  it('has no curation where there is no folder of it', async () => {
    const disk = { ...SETTINGS, 'content/digests/a.txt': DIGEST };
    expect((await read(disk)).curations).toEqual([]);
  });

  it('names all that is wrong in the curation along with the rest', async () => {
    const places = await placesOf({
      'content/site.yaml': 'title: Papers\ntopics: many\n',
      'content/digests/a.txt': '',
      'content/topics/README.md': 'How to curate.',
      'content/topics/broken.md': '---\nlabel: A\nlable: B\n---\n',
      'content/topics/empty.md': '',
      'content/topics/latin.md': Uint8Array.of(65, 10, 0xe9, 10),
      'content/topics/old/graphs.md': 'On graphs.',
      'content/topics/picture.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
    });
    expect(places).toEqual([
      'content/site.yaml:2',
      'content/topics/README.md:1',
      'content/topics/broken.md:3',
      'content/topics/empty.md:1',
      'content/topics/latin.md:2',
      'content/topics/old/graphs.md:1',
      'content/topics/picture.png:1',
      'content/digests/a.txt:1',
    ]);
  });

  it('says what to do of a file too large to be read at once', async () => {
    const files = {
      listFiles: (folder: string) => Promise.resolve(folder.endsWith('digests') ? ['a.txt'] : null),
      readFile: (path: string) =>
        path.endsWith('a.txt')
          ? Promise.reject(Object.assign(new Error('large'), { code: 'ERR_FS_FILE_TOO_LARGE' }))
          : Promise.resolve(path.endsWith('site.yaml') ? Buffer.from('title: A\n') : null),
    };
    await expect(readContent('content', files)).rejects.toThrow(/a\.txt:1: .*2 GB\n.*Split it/);
  });

  it('passes on what is wrong with the disk and not with a file', async () => {
    const failure = new Error('EIO: i/o error');
    const files = {
      listFiles: () => Promise.resolve(['a.txt']),
      readFile: () => Promise.reject(failure),
    };
    await expect(readContent('content', files)).rejects.toBe(failure);
  });
});

describe('readContent(folder, files) that skips what is bad', () => {
  const disk = {
    ...SETTINGS,
    'content/digests/empty.txt': '',
    'content/digests/notes.txt': DIGEST,
    'content/digests/notes.yaml': 'date: soon\n',
    'content/digests/part.txt': `${DIGEST}A Title without More\n`,
    'content/digests/stray.yaml': 'title: Stray\n',
  };

  it('reads all that can be read, and names every file that is wrong and what is wrong with it', async () => {
    const { digests, skipped } = await read(disk, true);
    expect(digests.map(({ path, records }) => [path, records.length])).toEqual([
      ['notes.txt', 2],
      ['part.txt', 2],
    ]);
    expect(
      skipped.map(({ path, whole, records, problems }) => [path, whole, records, problems.length]),
    ).toEqual([
      ['notes.yaml', true, 0, 1],
      ['stray.yaml', true, 0, 1],
      ['empty.txt', true, 0, 1],
      ['part.txt', false, 1, 1],
    ]);
    expect(skipped[3]?.problems[0]).toMatchObject({ line: 5, got: 'the end of the file' });
  });

  it('stops without that wish, and says all that is wrong', async () => {
    expect(await placesOf(disk)).toEqual([
      'content/digests/notes.yaml:1',
      'content/digests/stray.yaml:1',
      'content/digests/empty.txt:1',
      'content/digests/part.txt:5',
    ]);
  });

  it('still stops for settings that are wrong, and where no digest is left', async () => {
    const wrong = { ...disk, 'content/site.yaml': 'topics: many\n' };
    await expect(read(wrong, true)).rejects.toThrow(InputError);
    const nothing = { ...SETTINGS, 'content/digests/empty.txt': '' };
    await expect(read(nothing, true)).rejects.toThrow('an empty file');
  });
});
