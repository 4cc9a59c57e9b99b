import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TextOutlines } from '../../src/map/text-outlines.ts';

const FILES = new URL('../../node_modules/@fontsource/source-serif-4/files/', import.meta.url);
const font = (alphabet: string) =>
  readFileSync(new URL(`source-serif-4-${alphabet}-600-normal.woff`, FILES));
const outlines = new TextOutlines([font('latin'), font('greek')]);

/** A path of SVG: letters of commands with as many numbers as they take. */
const COMMANDS: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, Q: 4, Z: 0 };

describe('TextOutlines', () => {
  it('makes a path whose numbers all count, wherever a text stands', () => {
    const texts = [
      'autoencoders',
      'Sphinx of black quartz, judge my vow: 0123456789',
      'Ωmega ≠ βeta',
    ];
    for (const text of texts) {
      for (let x = 0; x < 300; x += 7.3) {
        const path = outlines.path(text, x, 350.04, 72);
        for (const [command, letter, numbers] of path.matchAll(/([A-Za-z])([^A-DF-Za-df-z]*)/g)) {
          const read = numbers!.match(/-?\d*\.?\d+/g) ?? [];
          expect(read.join('').length, command).toBe(numbers!.replace(/[\s,]/g, '').length);
          expect(read.length, command).toBe(COMMANDS[letter!]);
        }
      }
    }
  });

  it('takes each character from the font that has it, and leaves out what none has', () => {
    const latin = outlines.width('ab', 10);
    expect(outlines.width('aβb', 10)).toBeGreaterThan(latin + 3);
    expect(outlines.width('a語b', 10)).toBeCloseTo(latin, 0);
    expect(outlines.path('語', 0, 0, 10)).toBe('');
  });

  it('breaks between words, and never within one', () => {
    const lines = outlines.wrap('Dense retrieval of incomprehensibilities', 20, 150);
    expect(lines).toEqual(['Dense retrieval', 'of', 'incomprehensibilities']);
    expect(outlines.width(lines[0]!, 20)).toBeLessThanOrEqual(150);
  });
});
