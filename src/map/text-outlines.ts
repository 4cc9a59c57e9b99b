// The only file that knows opentype.js: text as outlines, so that a picture needs no font of the machine.
import opentype, { type Font, type PathCommand } from 'opentype.js';

/** A part of a text in one font. */
interface Run {
  readonly font: Font;
  text: string;
}

/** Sets text in the fonts of a family that share the alphabets out among them. */
export class TextOutlines {
  readonly #fonts: readonly Font[];

  /** `fonts`: files in WOFF, the preferred first. Throws Error for what is no font. */
  constructor(fonts: readonly Uint8Array[]) {
    this.#fonts = fonts.map((font) => opentype.parse(new Uint8Array(font).buffer));
  }

  /** How wide a text is, characters that no font has left out. */
  width(text: string, size: number): number {
    return this.#runs(text).reduce(
      (sum, { font, text: part }) => sum + font.getAdvanceWidth(part, size),
      0,
    );
  }

  /** The outlines as a path of SVG, from a point of the baseline. */
  path(text: string, x: number, y: number, size: number): string {
    let from = x;
    return this.#runs(text)
      .map(({ font, text: part }) => {
        const path = font.getPath(part, from, y, size).commands.map(writeCommand).join('');
        from += font.getAdvanceWidth(part, size);
        return path;
      })
      .join('');
  }

  /** A text in lines of at most a width, broken between words. */
  wrap(text: string, size: number, most: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(/\s+/)) {
      const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart();
      if (lines.length > 0 && this.width(longer, size) <= most) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  #runs(text: string): Run[] {
    const runs: Run[] = [];
    for (const character of text.normalize('NFC')) {
      const font = this.#fonts.find((one) => one.charToGlyphIndex(character) > 0);
      if (font === undefined) continue;
      const last = runs.at(-1);
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  }
}

/** As SVG writes it, to a tenth; the library's own writer now and then leaves numbers out. */
function writeCommand(command: PathCommand): string {
  const numbers =
    command.type === 'Z'
      ? []
      : [
          ...('x1' in command ? [command.x1, command.y1] : []),
          ...('x2' in command ? [command.x2, command.y2] : []),
          command.x,
          command.y,
        ];
  return command.type + numbers.map((number) => Math.round(number * 10) / 10).join(' ');
}
