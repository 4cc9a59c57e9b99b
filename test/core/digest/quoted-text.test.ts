import { describe, expect, it } from 'vitest';
import { unquoteText } from '../../../src/core/digest/quoted-text.ts';

describe('unquoteText(text)', () => {
  it('takes off the marks before lines, and keeps what is set in behind them', () => {
    expect(unquoteText('> a\n>> b\n> >  c\n\n>\td')).toBe('a\nb\n c\n\nd');
  });

  it('is null where less than half of the lines are quoted', () => {
    expect(unquoteText('a\nb\n> c')).toBeNull();
    expect(unquoteText('a\n\n> c')).toBe('a\n\nc');
  });

  it('takes a line of millions of marks for one', () => {
    const text = unquoteText('> '.repeat(10_000_000));
    expect(text).toMatch(/^> > /);
  });
});
