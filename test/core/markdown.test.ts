import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/core/markdown.ts';

describe('renderMarkdown(source)', () => {
  it('gives HTML and plain text', () => {
    expect(renderMarkdown('Papers on *learning* & [more](https://example.org).')).toEqual({
      html: '<p>Papers on <em>learning</em> &#x26; <a href="https://example.org">more</a>.</p>',
      text: 'Papers on learning & more.',
    });
  });

  it('lets no script through', () => {
    const source =
      'A <script>alert(1)</script> [b](javascript:alert(2)) <img src=x onerror=alert(3)>';
    const { html } = renderMarkdown(source);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('onerror');
  });

  it.each([
    ['# A\n\ntext\n\n## B', '<h2>A</h2>\n<p>text</p>\n<h3>B</h3>'],
    ['### A\n\n#### B', '<h2>A</h2>\n<h3>B</h3>'],
    ['# A\n\n###### B', '<h2>A</h2>\n<h6>B</h6>'],
    ['> # A', '<blockquote>\n<h2>A</h2>\n</blockquote>'],
    ['A\n=\n\nB\n-', '<h2>A</h2>\n<h3>B</h3>'],
  ])('begins headings at the second level, without ids: %j', (source, html) => {
    expect(renderMarkdown(source).html).toBe(html);
  });

  it('of nothing is nothing', () => {
    expect(renderMarkdown('')).toEqual({ html: '', text: '' });
  });
});

describe('renderMarkdown(source) of markup', () => {
  it('has it neither in the HTML nor in the text', () => {
    const { html, text } = renderMarkdown('Papers <script>alert(1)</script> on **trees**');
    expect(html + text).not.toMatch(/<script|<\/script/);
    expect(text).toContain('on trees');
  });
});
