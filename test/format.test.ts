import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatDate, formatDecimal, formatPercent, shorten } from '../src/format.ts';

describe('formatDate(isoDate)', () => {
  it('writes the day out, whatever the zone of the machine', () => {
    expect(formatDate('2026-03-25')).toBe('25 March 2026');
    expect(formatDate('2024-02-29')).toBe('29 February 2024');
    expect(formatDate('1999-12-31')).toBe('31 December 1999');
  });
});

describe('formatDate(part of a date)', () => {
  it('writes a month or a year where no more is known', () => {
    expect(formatDate('2026-03')).toBe('March 2026');
    expect(formatDate('2026')).toBe('2026');
  });
});

describe('formatCount(count, noun)', () => {
  it('has one of a thing and several of it, none too', () => {
    expect(formatCount(1, 'paper')).toBe('1 paper');
    expect(formatCount(2, 'paper')).toBe('2 papers');
    expect(formatCount(0, 'paper')).toBe('0 papers');
  });

  it('groups digits', () => {
    expect(formatCount(1234, 'paper')).toBe('1,234 papers');
    expect(formatCount(1_000_000, 'paper')).toBe('1,000,000 papers');
  });
});

describe('shorten(text, most)', () => {
  it('leaves a text alone that is short enough', () => {
    expect(shorten('Markov chains', 13)).toBe('Markov chains');
    expect(shorten('', 5)).toBe('');
  });

  it('cuts between words and drops the punctuation before the ellipsis', () => {
    expect(shorten('Markov chains, and their entropy', 16)).toBe('Markov chains …');
    expect(shorten('Markov chains – and their entropy', 17)).toBe('Markov chains …');
  });

  it('cuts a word that alone is too long', () => {
    expect(shorten('x'.repeat(100), 20)).toMatch(/^x+ …$/);
  });

  it('gives a start of the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 3, max: 40 }), (text, most) => {
        const start = shorten(text, most);
        if (start !== text) expect(text.startsWith(start.slice(0, -' …'.length))).toBe(true);
      }),
    );
  });
});

describe('formatDecimal(value, digits)', () => {
  it('rounds, fills up with zeros and has a true minus sign', () => {
    expect(formatDecimal(0.5, 2)).toBe('0.50');
    expect(formatDecimal(-0.0344, 3)).toBe('−0.034');
  });

  it('has no minus sign before a zero', () => {
    expect(formatDecimal(-0.0004, 3)).toBe('0.000');
    expect(formatDecimal(-0, 1)).toBe('0.0');
  });
});

describe('formatPercent(part)', () => {
  it('rounds to whole percents behind a space that does not break', () => {
    expect(formatPercent(0.124)).toBe('12\u00a0%');
    expect(formatPercent(1)).toBe('100\u00a0%');
    expect(formatPercent(0)).toBe('0\u00a0%');
  });

  it('does not call nothing what is there', () => {
    expect(formatPercent(0.004)).toBe('<\u00a01\u00a0%');
  });
});
