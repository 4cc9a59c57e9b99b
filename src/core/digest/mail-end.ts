const MAIL_END = /\\\\ \( (https?:\/\/arxiv\.org\/abs\/\S{1,40}) ?, +\d{1,9}kb\)\s*$/;

/** An abstract less the line with which arXiv's mails end an entry, which converters take for its last. */
export function withoutMailEnd(abstract: string | null): {
  readonly abstract: string | null;
  readonly address: string | null;
} {
  const tail = abstract?.slice(-200) ?? '';
  const match = MAIL_END.exec(tail);
  if (abstract === null || match === null) return { abstract, address: null };
  return { abstract: abstract.slice(0, -match[0].length), address: match[1]! };
}
