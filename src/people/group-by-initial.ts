/** What stands for names that begin with none of the letters A to Z. */
export const OTHER_INITIAL = '#';

/** Named things by the first letter of their names, marks aside, A to Z; the others come last. */
export function groupByInitial<Named extends { readonly name: string }>(
  named: readonly Named[],
): [string, Named[]][] {
  const groups = Map.groupBy(named, ({ name }) => initialOf(name));
  return [...groups].sort(([one], [other]) => rankOf(one) - rankOf(other));
}

function initialOf(name: string): string {
  const letter = name.normalize('NFKD').charAt(0).toUpperCase();
  return /[A-Z]/.test(letter) ? letter : OTHER_INITIAL;
}

function rankOf(initial: string): number {
  return initial === OTHER_INITIAL ? Infinity : initial.charCodeAt(0);
}
