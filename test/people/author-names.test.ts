import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorKey, nameSlug, nameParts } from '../../src/people/author-names.ts';

describe('nameParts(name)', () => {
  it.each([
    ['Ada Lovelace', 'Ada', 'Lovelace'],
    ['Laurens van der Maaten', 'Laurens', 'van der Maaten'],
    ['Luc Van Gool', 'Luc', 'Van Gool'],
    ['van Gogh', '', 'van Gogh'],
    ['Di Wu', 'Di', 'Wu'],
    ['Martin Luther King Jr.', 'Martin Luther Jr.', 'King'],
    ['I. J. Good', 'I. J.', 'Good'],
    ['Smith J A', 'J A', 'Smith'],
    ['王伟', '', '王伟'],
    ['김 민수', '', '김 민수'],
    ['محمد علي', 'محمد', 'علي'],
    ['NVIDIA', '', 'NVIDIA'],
    ['J.', '', 'J.'],
  ])('parts %s', (name, given, family) => {
    expect(nameParts(name)).toEqual({ given, family });
  });
});

describe('nameSlug(name)', () => {
  it.each([
    ['Jürgen Schmidhuber', 'Jurgen Schmidhuber'],
    ['Jun-Yan Zhu', 'Jun Yan Zhu'],
    ['Gang YU', 'Gang Yu'],
    ['Nitesh V Chawla', 'Nitesh V. Chawla'],
    // One letter and a mark, or a letter that has the mark.
    ['Zoe\u0308 Bell', 'Zoë Bell'],
  ])('is one for %s and %s', (one, other) => {
    expect(nameSlug(one)).toBe(nameSlug(other));
  });

  it.each([
    ['王伟', '王维'],
    ['Kim 민수', 'Kim 민호'],
    ['मोदी', 'मदी'],
    ['..', '.'],
    ['😀', '😁'],
  ])('tells %s from %s', (one, other) => {
    expect(nameSlug(one)).not.toBe(nameSlug(other));
  });

  it('spells other scripts where there is a usual way', () => {
    expect(nameSlug('Иван Петров')).toBe('ivan-petrov');
    expect(nameSlug('Łukasz Østergaard')).toBe('lukasz-ostergaard');
  });

  it('is a safe end of an address for any text', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
      fc.constantFrom('../../etc', '<script>', 'a/b', '?q#h', '\u202eevil', '%2e%2e', 'CON'),
    );
    fc.assert(
      fc.property(names, (name) => {
        fc.pre(name.trim() !== '');
        expect(nameSlug(name)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(nameSlug(name).length).toBeLessThanOrEqual(80);
      }),
    );
  });
});

describe('authorKey(name)', () => {
  it.each([
    ['Ada Lovelace', 'lovelace-ada'],
    ['Laurens van der Maaten', 'van-der-maaten-laurens'],
    ["Gerard 't Hooft", 't-hooft-gerard'],
    ['Émile Zola', 'zola-emile'],
    ['王伟', '0738b4f1f'],
    ['01.AI', '001-ai'],
  ])('of %s is %s', (name, key) => {
    expect(authorKey(name)).toBe(key);
  });

  it('begins with a letter or with 0 for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 50 }), (name) => {
        fc.pre(name.trim() !== '');
        expect(authorKey(name)).toMatch(/^[a-z0][a-z0-9-]*$/);
      }),
    );
  });
});
