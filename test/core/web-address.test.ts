import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWebAddress, webAddress } from '../../src/core/web-address.ts';
import { paperPageSchema } from '../../src/site-data.ts';

describe('parseWebAddress(text)', () => {
  const HOSTILE = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https://example.org',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org/a',
    '/about/',
    'https:/\\',
    'https://',
    'https:evil',
    'https://"onmouseover=x/',
    'https://user:secret@example.org/',
    'blob:https://example.org/a',
    'ftp://example.org/',
    '',
  ];

  it.each(HOSTILE)('takes %j for none', (text) => {
    expect(parseWebAddress(text)).toBeNull();
    expect(webAddress(text)).toBeNull();
  });

  it('takes an address of 2000 characters, and none longer', () => {
    const address = `https://example.org/${'a'.repeat(1980)}`;
    expect(parseWebAddress(address)?.href).toBe(address);
    expect(parseWebAddress(`${address}a`)).toBeNull();
  });

  it('leaves nothing in an address that could end an attribute', () => {
    expect(parseWebAddress('https://example.org/"><script>?q="><b> c')?.href).toBe(
      'https://example.org/%22%3E%3Cscript%3E?q=%22%3E%3Cb%3E%20c',
    );
  });

  it('gives an address that the pages take, or none, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()), (text) => {
        const address = parseWebAddress(text)?.href ?? 'https://a/';
        expect(address).toMatch(/^https?:\/\/[^\s"<>]+$/);
        expect(paperPageSchema.shape.url.parse(address)).toBe(address);
      }),
    );
  });
});

describe('webAddress(field)', () => {
  it.each([
    [' https://example.org ', 'https://example.org'],
    ['HTTP://example.org/a(b)', 'HTTP://example.org/a(b)'],
    ['https://github.com/a/\n  b', 'https://github.com/a/b'],
  ])('of %j is %j, as written', (field, address) => {
    expect(webAddress(field)).toBe(address);
  });

  it.each([
    null,
    undefined,
    'n/a',
    'see https://example.org',
    'https://example.org and more',
    'https://a.example\nhttps://b.example',
    'https://example.org/">',
    'https://example.org/a\\b',
  ])('is null for %j', (field) => {
    expect(webAddress(field)).toBeNull();
  });
});
