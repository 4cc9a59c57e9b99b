import { describe, expect, it } from 'vitest';
import { findProseLinks } from '../../../src/core/paper/prose-links.ts';

const CODE = 'https://github.com/acme/letters';

describe('findProseLinks(texts)', () => {
  it.each([
    'Code is available at https://github.com/acme/letters.',
    'The implementation (https://github.com/acme/letters) is ours.',
    'We release it at \\url{https://github.com/acme/letters}.',
    'It works well. https://github.com/acme/letters',
    'See our repository: github.com/acme/letters',
    'Code: [https://github.com/acme/letters](https://github.com/acme/letters)',
  ])('finds the code in %j', (text) => {
    expect(findProseLinks([null, text])).toEqual({ code: CODE, project: null });
  });

  it('undoes the escapes of TeX in an address', () => {
    const text = 'Code: https://github.com/acme/my\\_letters\\#use';
    expect(findProseLinks([text]).code).toBe('https://github.com/acme/my_letters#use');
  });

  it.each([
    ['Project page: https://acme.example/letters.', 'https://acme.example/letters'],
    ['Project page: https://github.com/acme/letters', 'https://github.com/acme/letters'],
    ['See https://acme.github.io/letters/', 'https://acme.github.io/letters/'],
  ])('finds the project’s page in %j', (text, project) => {
    expect(findProseLinks([text])).toEqual({ code: null, project });
  });

  it('takes the first of each kind', () => {
    const text = 'Code: https://github.com/a/b and https://github.com/c/d';
    expect(findProseLinks([text, 'Code: https://github.com/e/f']).code).toBe(
      'https://github.com/a/b',
    );
  });

  it.each([
    'Issues were mined from https://github.com/acme/letters.',
    'The data are from https://example.org/data.',
    'It reads github.com/acme, me@github.com/a/b and javascript:alert(1).',
    'Code: https://',
    '',
  ])('takes nothing else for one: %j', (text) => {
    expect(findProseLinks([text])).toEqual({ code: null, project: null });
  });
});
