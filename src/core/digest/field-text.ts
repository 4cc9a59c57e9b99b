/** A text on one line without control characters, or null where nothing is left of it. */
export function oneLine(text: string | null | undefined): string | null {
  const joined = (text ?? '').replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return joined === '' ? null : joined;
}

const ELEMENT =
  'a|b|body|br|div|em|h[1-6]|head|html|i|img|li|p|script|span|strong|style|table|td|tr|ul';
const MARKUP = new RegExp(`^(?:</?(?:${ELEMENT})[\\s/>]|<[!?])`, 'i');
const ADDRESS = /^(?:https?:\/\/|www\.)\S*$/i;
const DATE = /^(?:\d{4}-\d\d?-\d\d?(?:T\S*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/;

/** The longest titles of arXiv have some 400 characters. */
const LONGEST_TITLE = 1000;

/** A paper with five thousand authors takes two hundred thousand characters. */
export const LONGEST_RECORD = 2_000_000;

/** Whether a text on one line may be a title: words, not too many, no markup, no address, no date. */
export function isTitle(text: string): boolean {
  if (text.length > LONGEST_TITLE) return false;
  return /\p{L}/u.test(text) && !MARKUP.test(text) && !ADDRESS.test(text) && !DATE.test(text);
}
