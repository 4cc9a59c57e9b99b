import { type AuthorList, allLists } from './author-lists.ts';

/** What a page of the list of authors is called: "Zhang W…", or, in other scripts, its first and last name. */
export function listLabel(list: AuthorList): string {
  const { prefix } = list;
  if (prefix === '0') return 'Other scripts and digits';
  if (!prefix.startsWith('0')) return `${prefix.split('-').map(capitalized).join(' ')}…`;
  const names = allLists([list])
    .flatMap(({ authors }) => authors)
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ name }) => name);
  return names.length === 1 ? names[0]! : `${names[0]!} – ${names.at(-1)!}`;
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
