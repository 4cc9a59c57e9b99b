/** For each opening brace of a text the offset of its closing brace, or -1 when it has none. */
export function matchBraces(source: string): Int32Array {
  const partner = new Int32Array(source.length).fill(-1);
  const open: number[] = [];
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '{') open.push(at);
    else if (character === '}') {
      const start = open.pop();
      if (start !== undefined) partner[start] = at;
    }
  }
  return partner;
}

/** Finds a string at or behind ever greater offsets in time linear in the text as a whole. */
export function createFinder(source: string, wanted: string): (from: number) => number {
  let found = -2;
  return (from) => {
    if (found !== -1 && found < from) found = source.indexOf(wanted, from);
    return found;
  };
}
