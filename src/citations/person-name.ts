import { onOneLine } from './cited-paper.ts';

/** A name in the parts that reference managers keep; `literal` for groups and names of one word. */
export type PersonName =
  | { readonly family: string; readonly given: string; readonly suffix: string | null }
  | { readonly literal: string };

const GROUP =
  /\b(?:team|collaboration|consortium|group|laborator(?:y|ies)|labs?|university|institute|inc|corporation|community|project|initiative|research|authors|others|al)\b\.?$/i;
const SUFFIX = /,? +(jr\.?|sr\.?|i{2,3}|iv)$/i;
const PARTICLE =
  /^(?:van|von|vom|zu|zum|zur|de|der|den|del|della|delle|di|da|das|do|dos|du|des|la|le|las|los|el|al|bin|ibn|ben|ter|ten|te|op|het|af|av|'t|dal|dalla|degli|y)$/;

/**
 * Takes a name as “First Last” apart: family names begin at a particle (“van der Berg”), otherwise with
 * the last word. A comma says where the family name ends, as in “Lovelace, Ada”.
 */
export function splitName(written: string): PersonName {
  const name = onOneLine(written);
  const suffix = SUFFIX.exec(name)?.[1] ?? null;
  const bare = suffix === null ? name : name.replace(SUFFIX, '');
  const [before, after, ...more] = bare.split(/ *, */);
  if (before && after && more.length === 0 && !GROUP.test(bare))
    return { family: before, given: after, suffix };
  const words = bare.split(' ');
  if (words.length < 2 || more.length > 0 || GROUP.test(bare) || /[&;]|\band\b/i.test(bare))
    return { literal: name };
  const particle = words.findIndex((word, index) => index > 0 && PARTICLE.test(word));
  const at = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' '), suffix };
}
