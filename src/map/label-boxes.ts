/** Where a label stands: its middle, and half of its width and height. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Mean width of a letter as a multiple of its size, on the safe side for a sans serif. */
export const LETTER_WIDTH = 0.62;

/** Whether two labels would stand over each other. */
export function overlap(a: LabelBox, b: LabelBox): boolean {
  return (
    Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth &&
    Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight
  );
}

/** A label in lines of so many letters, broken between words; a longer word has a line of its own. */
export function breakLabel(text: string, longestLine: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longestLine)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
