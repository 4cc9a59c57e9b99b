/** The uses of a term, or of a longer phrase that holds it. */
export interface Uses {
  count: number;
  /** Those with no further word of content joined to their end. */
  asHead: number;
  /** What is written, in lower case, and how often each: few differ, so that a list finds one sooner. */
  readonly forms: string[];
  readonly formCounts: number[];
}

export function noUses(): Uses {
  return { count: 0, asHead: 0, forms: [], formCounts: [] };
}

/** Counts a use in a form. */
export function countForm(uses: Uses, form: string, isHead: boolean): void {
  uses.count += 1;
  if (isHead) uses.asHead += 1;
  const known = uses.forms.indexOf(form);
  if (known >= 0) {
    uses.formCounts[known]! += 1;
  } else {
    uses.forms.push(form);
    uses.formCounts.push(1);
  }
}

/** White space that is not one space: hardly any, and to look is cheaper than to replace. */
const OTHER_SPACE = /[^\S ]| {2}/;

/** A stretch of a text in lower case, with one space where a line breaks. */
export function formOf(text: string, [from, to]: readonly [number, number]): string {
  const written = text.slice(from, to);
  const form = OTHER_SPACE.test(written) ? written.replace(/\s+/g, ' ') : written;
  return form.toLowerCase();
}
