import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldTitle,
  idOfTitle,
  readTitle,
  titleOfId,
} from '../../../src/core/paper/identify-paper.ts';

const paperId = (title: string) => idOfTitle(readTitle(title));

describe('foldTitle(title)', () => {
  it.each([
    ['case', 'diffGrad: An Optimization Method', 'DIFFGRAD: an optimization METHOD'],
    [
      'spaces',
      'Strata-NeRF : Neural  Radiance Fields',
      '\tStrata-NeRF: Neural Radiance\u00a0Fields ',
    ],
    [
      'punctuation',
      'What Type of “Inference” — is Planning?',
      "What Type of 'Inference' - is Planning",
    ],
    ['hyphens', 'Pre-trained Self-Supervised Embeddings', 'Pretrained Self Supervised Embeddings'],
    ['accents', 'Fréchet, Hölder and Rényi', 'Frechet, Holder and Renyi'],
    ['composition', 'Re\u0301nyi', 'R\u00e9nyi'],
    ['TeX accents', 'Fr\\\'{e}chet and H\\"older', 'Fréchet and Hölder'],
    ['TeX commands', 'The \\emph{Very} Idea of 5\\% More', 'The Very Idea of 5% More'],
    ['wide forms and ligatures', 'Ｆｕｌｌ ﬁles', 'Full files'],
  ])('folds %s', (_, one, other) => {
    expect(foldTitle(one)).toBe(foldTitle(other));
  });

  it('keeps titles apart that differ in a letter, a digit, a vowel sign or a symbol', () => {
    expect(foldTitle('From C to C++')).not.toBe(foldTitle('From C to C'));
    expect(foldTitle('कि')).not.toBe(foldTitle('का'));
    expect(foldTitle('LLMLingua-2')).not.toBe(foldTitle('LLMLingua'));
    expect(foldTitle('学习理论')).not.toBe(foldTitle('学习理认'));
  });

  it('leaves no space, punctuation or control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(foldTitle(title)).not.toMatch(/[\p{P}\p{Z}\p{C}\s]/u);
      }),
    );
  });

  it('does not see case or spaces in plain words', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        expect(foldTitle(words.join('  ').toUpperCase())).toBe(words.join(''));
      }),
    );
  });
});

describe('readTitle(title)', () => {
  it('folds titles of plain words, which it does not parse, as any other', () => {
    const word = fc.constantFrom(
      ...'A in of log sin max Alpha lambda eta mu LLM BERT RL x O graphs Of learning Markov GAN'.split(
        ' ',
      ),
    );
    const titles = fc
      .array(fc.tuple(word, fc.constantFrom(' ', '-', ': ', ', ')), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.map(([one, behind]) => one + behind).join(''))
      .map((title) => title.replace(/[-:, ]+$/, '') + (title.length % 3 === 0 ? '?' : ''));
    fc.assert(
      fc.property(titles, (title) => {
        expect(readTitle(title).folded).toBe(foldTitle(title));
        expect(paperId(title)).toBe(paperId(`${title} `));
      }),
    );
  });
});

describe('idOfTitle(readTitle(title))', () => {
  it('is the first words of the title and eight hexadecimal digits', () => {
    expect(paperId('Sequential Training of Neural Networks with Gradient Boosting')).toMatch(
      /^sequential-training-of-neural-networks-with-gradient-[0-9a-f]{8}$/,
    );
  });

  it('has the digits of SHA-256 of the folded title', () => {
    // printf frechet | sha256sum
    expect(paperId("Fr\\'{e}chet!")).toBe('frechet-26e4801a');
  });

  it('is the same for spellings with the same words', () => {
    expect(paperId('What type of inference is planning?')).toBe(
      paperId('What Type of Inference is  Planning'),
    );
    expect(paperId('Frechet means')).toBe(paperId("Fr\\'{e}chet Means"));
  });

  it('tells titles apart that begin with the same words', () => {
    const start = 'A Very Long Title That Goes On and On for More Than Sixty Characters';
    const [one, other] = [paperId(`${start}: Part 1`), paperId(`${start}: Part 2`)];
    expect(one.slice(0, -8)).toBe(other.slice(0, -8));
    expect(one).not.toBe(other);
  });

  it('cuts long titles between words, and long words', () => {
    expect(paperId('word '.repeat(400))).toMatch(/^(?:word-){12}[0-9a-f]{8}$/);
    expect(paperId('x'.repeat(5000))).toMatch(/^x{60}-[0-9a-f]{8}$/);
  });

  it('names titles in any script', () => {
    expect(paperId('学习理论')).toMatch(/^(?:[a-z0-9-]+-)?[0-9a-f]{8}$/);
    expect(paperId('学习理论')).not.toBe(paperId('压缩理论'));
    expect(paperId('Теория обучения')).toMatch(/^[a-z-]+-[0-9a-f]{8}$/);
  });

  it('is made of a-z, 0-9 and single hyphens, at most 69 characters, for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        const id = paperId(title);
        expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(id.length).toBeLessThanOrEqual(69);
      }),
    );
  });
});

describe('idOfTitle(readTitle(title)) of titles without letters', () => {
  it('keeps them apart', () => {
    expect(paperId('!!!')).not.toBe(paperId('???'));
  });
});

describe('titleOfId(id)', () => {
  it('is the first words of the title, as far as the id has them', () => {
    expect(titleOfId(paperId('On Graphs & Trees'))).toBe('On graphs and trees');
    const long = 'A rather long title of so many words that an id does not take them all';
    expect(titleOfId(paperId(long))).toBe(
      'A rather long title of so many words that an id does not …',
    );
  });

  it('is the id where that has no words', () => {
    expect(titleOfId('0123abcd')).toBe('0123abcd');
  });
});
