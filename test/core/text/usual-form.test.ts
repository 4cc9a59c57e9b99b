import { describe, expect, it } from 'vitest';
import { usualForm } from '../../../src/core/text/usual-form.ts';

describe('usualForm(counts)', () => {
  it.each([
    ['the most frequent', { 'state-space model': 1, 'state space model': 2 }, 'state space model'],
    [
      'the first by code point of equals',
      { 'state-space model': 2, 'state space model': 2 },
      'state space model',
    ],
    [
      'a plural that a third of the uses have',
      { 'quantum circuit': 4, 'quantum circuits': 2 },
      'quantum circuits',
    ],
    ['no rarer plural', { 'model context': 5, 'model contexts': 2 }, 'model context'],
    [
      'the singular of a word inside where that is usual',
      { 'agent skill': 3, 'agents skill': 3 },
      'agent skill',
    ],
    ['the more frequent of two plurals', { index: 3, indices: 2, indexes: 3 }, 'indexes'],
    ['a plural with another start for another form', { 'a law': 3, 'the laws': 3 }, 'a law'],
    ['no verb for the plural of an acronym', { ris: 3, rises: 2 }, 'ris'],
    ['the plural of a short word', { law: 3, laws: 2 }, 'laws'],
  ])('is %s', (_, counts, form) => {
    const entries = Object.entries(counts).map(([written, count]) => [written, count] as const);
    expect(usualForm(entries)).toBe(form);
    expect(usualForm(entries.toReversed())).toBe(form);
  });
});
