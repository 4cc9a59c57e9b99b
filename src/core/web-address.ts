/** Longer ones carry data rather than a place. */
const LONGEST_ADDRESS = 2000;

/**
 * An absolute address of the web, with `http:` or `https:`, a host and no password; null for any other text
 * and for one of more than 2000 characters. Its `href` is safe in an attribute.
 */
export function parseWebAddress(text: string): URL | null {
  if (text.length > LONGEST_ADDRESS || !/^\s*https?:\/\//i.test(text)) return null;
  const url = URL.parse(text);
  if (url === null || url.hostname === '' || url.username !== '') return null;
  // Browsers escape quotation marks everywhere but in the name of a host.
  return url.hostname.includes('"') ? null : url;
}

/**
 * The web address that a whole field holds, as written but for line breaks within it; null where the field
 * holds other text or marks beside it.
 */
export function webAddress(field: string | null | undefined): string | null {
  const address = (field ?? '').trim().replace(/\s*\n\s*(?!https?:)/g, '');
  return /[\s"<>\\]/.test(address) || parseWebAddress(address) === null ? null : address;
}
