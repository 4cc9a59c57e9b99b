import { readFileSync } from 'node:fs';
import { parseFeed } from '@rowanmanning/feed-parser';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { z } from 'zod';

const schema = readFileSync(new URL('atom.rng', import.meta.url));

/** Reads Atom as a feed reader does. Throws where it is not well formed or not valid by RFC 4287. */
export function readAtom(text: string): ReturnType<typeof parseFeed> {
  atomTitles(text);
  return parseFeed(text);
}

/** The titles in Atom, of the feed and its entries, letter by letter. Throws as `readAtom` does. */
export function atomTitles(text: string): string[] {
  using rng = XmlDocument.fromBuffer(schema);
  using validator = RelaxNGValidator.fromDoc(rng);
  using document = XmlDocument.fromString(text);
  validator.validate(document);
  return document
    .find('//atom:title', { atom: 'http://www.w3.org/2005/Atom' })
    .map(({ content }) => content.trim());
}

const address = z.url({ protocol: /^https?$/ });
const moment = z.iso.datetime();
const contents = { content_html: z.string().optional(), content_text: z.string().optional() };

/** What JSON Feed 1.1 asks for, in the parts that Sheaf writes. */
export const jsonFeedSchema = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  description: z.string().optional(),
  language: z.string(),
  home_page_url: address,
  feed_url: address,
  items: z
    .array(
      z
        .strictObject({
          id: z.string().min(1),
          url: address,
          title: z.string(),
          ...contents,
          date_published: moment.optional(),
          date_modified: moment.optional(),
          authors: z
            .array(z.strictObject({ name: z.string() }))
            .min(1)
            .optional(),
          tags: z.array(z.string()),
        })
        .refine((item) => item.content_html !== undefined || item.content_text !== undefined),
    )
    .min(1),
});
