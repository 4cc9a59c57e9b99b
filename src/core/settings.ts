import { z } from 'zod';
import { InputError } from './input-error.ts';
import { readYaml, strictMap } from './yaml.ts';

/** What the operator sets in `content/site.yaml`. */
export interface Settings {
  readonly title: string;
  /** Markdown; may be empty. */
  readonly description: string;
  /** Address of the site without a slash at its end, or null where it is not known. */
  readonly url: string | null;
  /** BCP 47 language tag of the site's texts. */
  readonly language: string;
  readonly topics: 'auto' | number;
  /** Whether browsers keep what was visited and saved for reading offline. */
  readonly offline: boolean;
  /** Links for the footer. */
  readonly links: readonly { readonly label: string; readonly href: string }[];
}

const text = z.string({ error: 'a text' }).trim().min(1, 'a text');
const siteAddress =
  'an address such as https://example.org/papers: https:// or http://, and in its path only letters, digits and - . _ ~';
const url = z.string({ error: siteAddress }).refine(isSiteAddress, siteAddress);
const topics = 'auto or a whole number from 1 to 1000';
const language = 'a language tag such as en or pt-BR';
const href = 'an address that starts with https://, http:// or mailto:';

const settingsSchema = strictMap({
  title: text,
  description: z.string({ error: 'a text' }).trim().default(''),
  url: url
    .transform((address) => address.replace(/\/+$/, ''))
    .nullable()
    .default(null),
  language: z.string({ error: language }).refine(isLanguageTag, language).default('en'),
  topics: z
    .union([z.literal('auto'), z.number().int(topics).min(1, topics).max(1000, topics)], {
      error: topics,
    })
    .default('auto'),
  offline: z.boolean({ error: 'true or false' }).default(true),
  links: z
    .array(strictMap({ label: text, href: z.string({ error: href }).refine(isLinkTarget, href) }), {
      error: 'a list of label and href',
    })
    .default([]),
});

/** Reads `site.yaml`. Throws InputError with every unknown key, wrong value and a missing title. */
export function parseSettings(yaml: string, path: string): Settings {
  const { value, problems } = readYaml(yaml, settingsSchema, 'the settings of the site');
  if (value === null) throw new InputError(problems.map((problem) => ({ path, ...problem })));
  return value;
}

function isSiteAddress(address: string): boolean {
  // Astro takes no path with other characters, and a password would stand in every page.
  return /^https?:\/\/[^\s\\/?#@]+(?:\/[\w.~-]+)*\/*$/i.test(address) && URL.canParse(address);
}

function isLinkTarget(address: string): boolean {
  return URL.canParse(address) && /^(?:https?|mailto):$/.test(new URL(address).protocol);
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
