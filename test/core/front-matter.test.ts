import { describe, expect, it } from 'vitest';
import { cutFrontMatter } from '../../src/core/front-matter.ts';

describe('cutFrontMatter(source)', () => {
  it('parts the YAML from a body whose lines keep their numbers', () => {
    expect(cutFrontMatter('---\r\na: b\r\n--- \r\nText\r\n')).toEqual({
      yaml: 'a: b\r\n',
      body: '\n\n\nText\r\n',
      problems: [],
    });
  });

  it('has no YAML where the first line is no fence', () => {
    expect(cutFrontMatter('Text\n---\na: b\n---\n')).toMatchObject({ yaml: null, problems: [] });
  });

  it('names what nothing closes', () => {
    expect(cutFrontMatter('---\na: b\n').problems).toMatchObject([{ line: 1 }]);
  });
});
