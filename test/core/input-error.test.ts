import { describe, expect, it } from 'vitest';
import { InputError, quote } from '../../src/core/input-error.ts';

describe('new InputError(problems)', () => {
  it('says path, line, what was expected, what was there and what to do, for each problem', () => {
    const error = new InputError([
      { path: 'a.txt', line: 3, expected: 'a title', got: '“x”', advice: 'Write one.' },
      { path: 'b/c.txt', line: 14, expected: 'a day', got: 'nothing', advice: 'Add one.' },
    ]);
    expect(error.message.split('\n')).toEqual([
      'a.txt:3: expected a title, got “x”',
      '    Write one.',
      'b/c.txt:14: expected a day, got nothing',
      '    Add one.',
    ]);
    expect(error.name).toBe('InputError');
  });
});

describe('quote(text)', () => {
  it('puts a text on one line', () => {
    expect(quote('  a\n\tb\r\nc ')).toBe('“a b c”');
  });

  it('cuts what is longer than 60 characters, with an ellipsis', () => {
    expect(quote('x'.repeat(60))).toBe(`“${'x'.repeat(60)}”`);
    expect(quote('x'.repeat(61))).toBe(`“${'x'.repeat(59)}…”`);
  });
});
