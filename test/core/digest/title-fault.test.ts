import { describe, expect, it } from 'vitest';
import { pageTitleFault } from '../../../src/core/digest/hugging-face-title.ts';
import { titleFault } from '../../../src/core/digest/title-fault.ts';

describe('titleFault(title)', () => {
  it.each([
    '1984',
    'May 2024: a month of eruptions',
    '2012 July 23 CME',
    'March on',
    '[Re] On letters',
    '[CLS] Token Tells Everything Needed',
    '[C II] [N II] emission of near galaxies',
    '[O I] (63 µm) in absorption',
    'On the ring k[x](y)',
    '|V_ub| and |V_cb| from decays of B',
    '[[n,k,d]] codes',
    '#MeToo in letters',
    '> 100 GeV photons',
    '{\\"O}sterreich, from above',
    'if x <p then y> z',
    'Mean momentum <p> of a gas',
    '$<r^2>$ of nuclei',
    'www.example.org: ten years of letters',
    'arXiv: the first thirty years',
    'Null results',
    'None of the above',
    'x'.repeat(500),
  ])('takes “%s” for a title', (title) => {
    expect(titleFault(title)).toBeNull();
  });

  it.each([
    ['', 'no title'],
    ['x'.repeat(501), 'a title of 501 characters'],
    ['https://arxiv.org/abs/2401.12345', 'the address'],
    ['https://arxiv.org/abs/2401.12345 A letter', 'the address'],
    ['www.example.org/a', 'the address'],
    ['arXiv:2401.12345v2', 'the address'],
    ['2401.12345', 'the id'],
    ['10.1000/182', 'the id'],
    ['2024-05-01', 'the date'],
    ['2024-05-01T10:00:00Z', 'the date'],
    ['1.5.2024', 'the date'],
    ['20240501', 'the date'],
    ['Fri, 9 Jun 2023 00:44:20 GMT', 'the date'],
    ['May 1, 2024', 'the date'],
    ['31 April 2024', 'the date'],
    ['', 'no title'],
    ['—', 'has no letter'],
    ['0.85', 'has no letter'],
    ['123-145', 'has no letter'],
    ['null', '“null”'],
    ['(Untitled)', 'Untitled'],
    ['View PDF', 'View PDF'],
    ['# Letters', 'the markup'],
    ['| Title | Authors |', 'the markup'],
    ['|**2024**|**Title**|', 'the markup'],
    ['[A letter](https://example.org)', 'the markup'],
    ['[A letter](#a)', 'the markup'],
    ['[A letter][1]', 'the markup'],
    ['![a picture](a.png)', 'the markup'],
    ['@article{a, title = {A letter}', 'the markup'],
    ['{"title": "A letter"}', 'the markup'],
    ["['A letter', 'B']", 'the markup'],
    ['<title>A letter</title>', 'the markup'],
    ['<dc:title>A letter</dc:title>', 'the markup'],
    ['</entry>', 'the markup'],
    ['<!-- a letter -->', 'the markup'],
    ['A letter</a>', 'the markup'],
    ['A <a href="https://example.org">letter', 'the markup'],
    ['A <script>alert(1)</script> letter', 'the markup'],
  ])('says of “%s” that it found %s', (title, found) => {
    expect(titleFault(title)).toContain(found);
  });
});

describe('pageTitleFault(text)', () => {
  it('takes brackets before a title for a part of it', () => {
    expect(pageTitleFault('[CLS] Token Tells Everything Needed')).toBeNull();
  });

  it.each(['1984', '12 authors', 'Mar 25', 'Subscribe', 'Upvote 3', '[Half of a', 'x'.repeat(301)])(
    'takes “%s” for a part of the page and no title',
    (text) => {
      expect(pageTitleFault(text)).not.toBeNull();
    },
  );
});
