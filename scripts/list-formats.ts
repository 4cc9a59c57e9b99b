import { digestShapes } from '../src/core/digest/digest-shapes.ts';
import type { Effects } from './effects.ts';
import { formatTable } from './format-table.ts';

/** Prints every shape that digests may have, and what it looks like. */
export function listFormats(effects: Pick<Effects, 'log' | 'columns'>): void {
  const rows = digestShapes.map(({ name, looksLike }) => [name, looksLike]);
  const columns = [{ heading: 'Shape' }, { heading: 'Looks like' }];
  for (const line of formatTable(columns, rows, effects.columns)) effects.log(line);
  effects.log('');
  effects.log(
    'E-mails (.eml) and mailboxes (mbox) may hold any of them, as text, HTML or attachment.',
  );
  effects.log('A file is recognised by its content, whatever its name.');
}
