/**
 * Elements that stay open when the block around them ends: a parser opens each of them again in every
 * block below (https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements).
 */
const FORMATTING = new Set('b big code em font i s small strike strong tt u'.split(' '));
/** Elements that end with what is around them, without an end of their own. */
const ENDS_ALONE = new Set([...FORMATTING, ...'p li dd dt option optgroup'.split(' ')]);
const VOID = new Set(
  'area base br col embed hr img input link meta source track wbr path circle rect line polygon polyline ellipse use stop'.split(
    ' ',
  ),
);
const NAME = '[a-z][a-z\\d-]*';
const ATTRIBUTE = String.raw`\s+[^\s"'<>/=]+(?:="[^"<>]*"|='[^'<>]*'|=[^\s"'<>=]+)?`;
/** A tag, told apart where it is surely whole; its end; the end of a comment; another beginning of markup. */
const MARK = new RegExp(
  String.raw`<(${NAME})(?:(?:${ATTRIBUTE}){0,50}\s*(\/?>)|(?=[\s/>]))|<\/(${NAME})\s*>|(-->)|<[!?/]`,
  'gi',
);
/** Ends are looked for through so many others. */
const FARTHEST = 100;
const COMMENT = '!';
/** Elements that would be opened again, for each character and in all; those of real pages are closed. */
const MOST_REOPENED = { forCharacter: 1 / 3, inAll: 300_000 };

/**
 * Whether so many formatting elements are left open that parsing would take time and memory by the
 * square of the length of the source. An end that the parser may not see where this does, behind a
 * comment, in an attribute or across other elements, closes nothing.
 */
export function hasFormattingLeftOpen(source: string): boolean {
  const { forCharacter, inAll } = MOST_REOPENED;
  const most = Math.min(50 + source.length * forCharacter, inAll);
  const open = new OpenElements();
  let reopened = 0;
  for (const [, start, wholeEnd, end, commentEnd] of source.matchAll(MARK)) {
    const name = (start ?? end ?? COMMENT).toLowerCase();
    const isStart = end === undefined && commentEnd === undefined;
    // An end tag opens nothing, but for these two, which stand for an empty element.
    if (isStart || name === 'p' || name === 'br') reopened += open.formatting;
    if (reopened > most) return true;
    if (!isStart) open.end(name);
    else if (wholeEnd === undefined || !VOID.has(name)) open.start(name);
  }
  return false;
}

/** Elements of a source that are open, as far as it is certain that the parser takes them for closed. */
class OpenElements {
  /** How many formatting elements no end has closed. */
  formatting = 0;
  private readonly names: string[] = [];

  start(name: string): void {
    this.names.push(name);
    if (FORMATTING.has(name)) this.formatting += 1;
  }

  end(name: string): void {
    if (this.names.at(-1) === name) {
      this.names.pop();
      if (FORMATTING.has(name)) this.formatting -= 1;
      return;
    }
    // What a block leaves open at its end stays open for the parser.
    if (!FORMATTING.has(name)) this.endAround(name);
  }

  private endAround(name: string): void {
    const least = Math.max(0, this.names.length - FARTHEST);
    let at = this.names.length - 1;
    while (at > least && this.names[at] !== name && ENDS_ALONE.has(this.names[at]!)) at -= 1;
    if (this.names[at] === name) this.names.length = at;
  }
}
