/** All but white space: controls of direction would turn the text around them, others have no place in HTML. */
const CONTROLS = /(?![\s\u0085])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text without control characters, white space aside, and with U+FFFD for each half of a surrogate pair. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '').toWellFormed();
}
