import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord, tokenize } from '../../../src/core/text/tokenize.ts';

const words = (text: string): string[] => tokenize(text).map(({ word }) => word);
const stems = (text: string): string[] => tokenize(text).map(({ stem }) => stem);
const joints = (text: string): boolean[] => tokenize(text).map(({ joined }) => joined);

const hostileText = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      'https://a.b/c',
      'www.x',
      'a.com/',
      'Fréchet',
      'the',
      ' ',
      '-',
      '3D',
      '模型',
      '.',
    ),
  ),
  { maxLength: 12 },
);

describe('tokenize(text)', () => {
  it('gives offsets at which the text holds the word, in order and apart', () => {
    fc.assert(
      fc.property(hostileText, (pieces) => {
        const text = pieces.join('');
        let behind = 0;
        for (const { word, start, end } of tokenize(text)) {
          expect(text.slice(start, end)).toBe(word);
          expect(start).toBeGreaterThanOrEqual(behind);
          behind = end;
        }
      }),
    );
  });

  it('finds a word behind a sign that shares the first half of its characters', () => {
    expect(tokenize('graph 𝛁𝐱𝐲')[1]).toMatchObject({ word: '𝐱𝐲', start: 8, joined: false });
  });

  it('keeps the word as written, and takes the singular in lower case for its stem', () => {
    expect(words('Diffusion Models generate')).toEqual(['Diffusion', 'Models', 'generate']);
    expect(stems('Diffusion Models generate')).toEqual(['diffusion', 'model', 'generate']);
    expect(stems('Matrices matrix, analysis LLMs')).toEqual([
      'matrix',
      'matrix',
      'analysis',
      'llm',
    ]);
  });

  it('tells words of one root apart, which Porter stems would not', () => {
    expect(stems('generation generative generator')).toEqual([
      'generation',
      'generative',
      'generator',
    ]);
  });

  it('has no token for a text without words', () => {
    expect(tokenize('')).toEqual([]);
    expect(tokenize(' — … 12, 3.5 % !')).toEqual([]);
  });

  it.each([
    ['a space', 'graph kernel'],
    ['a line break', 'graph\nkernel'],
    ['a hyphen', 'graph-kernel'],
    ['a non-breaking hyphen', 'graph\u2011kernel'],
    ['an en dash', 'graph–kernel'],
  ])('joins two words over %s', (_, text) => {
    expect(joints(text)).toEqual([false, true]);
  });

  it.each([
    ['a stop word', 'graph of kernel'],
    ['a comma', 'graph, kernel'],
    ['a full stop', 'graph. Kernel'],
    ['a bracket', 'graph (kernel'],
    ['a number', 'graph 2 kernel'],
    ['a single letter', 'graph x kernel'],
    ['a URL', 'graph https://a.b kernel'],
    ['three spaces', 'graph   kernel'],
  ])('does not join two words over %s', (_, text) => {
    expect(joints(text)).toEqual([false, false]);
  });

  it('never joins the first token', () => {
    expect(joints('the graph')).toEqual([false]);
  });

  it.each([
    'https://arxiv.org/abs/2401.00001',
    'http://a.b/Graph_kernel?x=1#y',
    'www.example.org',
    'github.com/owner/name',
  ])('drops the URL %s and keeps the words around it', (url) => {
    expect(words(`see graph ${url} kernel`)).toEqual(['graph', 'kernel']);
  });

  it('drops stop words in any case, single Latin and Greek letters and bare numbers', () => {
    expect(words('The x and λ of 42 or 2.5 graphs')).toEqual(['graphs']);
  });

  it('keeps a word that mixes letters and digits', () => {
    expect(words('3D and GPT4')).toEqual(['3D', 'GPT4']);
  });

  it('stems accented and unaccented spellings alike', () => {
    expect(stems('Fréchet Frechet Fre\u0301chet')).toEqual(['frechet', 'frechet', 'frechet']);
  });

  it('keeps words of other scripts, single letters of them too', () => {
    expect(words('модель и 模型 在 نموذج')).toEqual(['модель', 'и', '模型', '在', 'نموذج']);
  });
});

describe('foldWord(word)', () => {
  it('lowers case, strips accents and takes ligatures apart', () => {
    expect(['Fréchet', 'RÉNYI', 'ﬁne', 'Ålesund'].map(foldWord)).toEqual([
      'frechet',
      'renyi',
      'fine',
      'alesund',
    ]);
  });
});

describe('tokenize(text) at the edges of words', () => {
  it('joins no words over a dash between clauses', () => {
    expect(joints('model—trained')).toEqual([false, false]);
    expect(joints('Kolmogorov–Arnold')).toEqual([false, true]);
  });

  it('drops fractions, contractions and whole addresses', () => {
    expect(words("½ don't doesn’t my-page.github.io/foo huggingface.co/a/b")).toEqual([]);
  });

  it('takes Chinese text behind an address for text', () => {
    expect(words('见https://github.com/x，我们')).toEqual(['见', '我们']);
  });

  it('leaves the vowels of scripts that write them as marks', () => {
    expect(foldWord('मॉडल')).not.toBe(foldWord('मडल'));
    expect(foldWord('Fréchet')).toBe('frechet');
  });
});
