import { isObject } from '../json-object.ts';
import { parseGitHubMarkdown, plainText } from '../markdown.ts';
import { firstLast } from './author-names.ts';
import type { EntryDraft } from './entry-draft.ts';
import type { FieldKind } from './entry-fields.ts';
import { foldFieldName } from './field-names.ts';
import { keyKind } from './front-matter-keys.ts';
import { authorsIn } from './loose-paper.ts';
import type { FreeYaml } from './page-front-matter.ts';
import { stripMarkup } from './strip-markup.ts';

const MOST_ITEMS = 5000;
/** What themes for sites write for their owner, whose name stands elsewhere. */
const OWNER = /^(?:admin|me)\d?$/i;
/** “cs.AI” in place of a journal. */
const ARXIV_CATEGORY = /^[a-z]+(?:-[a-z]+)?\.[A-Z]{2}$/;
const ORGANIZATION = /^(?:institut(?:e|ion)s?|affiliations?|organi[sz]ation)$/;

/** Reads what front matter tells of its paper into a draft. */
export class FrontMatterFields {
  /** Names of authors that stand for the site's owner. */
  readonly owners: string[] = [];
  /** References to the paper itself: BibTeX, or as a list of references has them. */
  readonly citations: string[] = [];
  private readonly draft: EntryDraft;
  private readonly yaml: FreeYaml;
  private readonly isPublicationsPage: boolean;
  private shortVenue: string | null = null;

  constructor(draft: EntryDraft, yaml: FreeYaml) {
    this.draft = draft;
    this.yaml = yaml;
    this.isPublicationsPage = yaml.value.collection === 'publications';
  }

  read(): void {
    const names = new Set(Object.keys(this.yaml.value).map(foldFieldName));
    for (const [key, value] of Object.entries(this.yaml.value)) {
      // The day of the page, which Hugo tells apart from that of the paper.
      if (key === 'publishDate' && names.has('date')) continue;
      // One of the lists of a publications page.
      if (key === 'category' && this.isPublicationsPage) continue;
      this.readValue([key], value);
    }
    if (this.shortVenue !== null && !this.draft.has('venue')) this.addVenue(this.shortVenue);
  }

  private readValue(path: readonly string[], value: unknown): void {
    const key = path.at(-1)!;
    const name = foldFieldName(key);
    const kind = keyKind(key);
    if (kind === 'authors') this.addAuthors(value);
    else if (name === 'links' && Array.isArray(value)) value.slice(0, 200).forEach(this.addLink);
    else if (name === 'bibtex' || name === 'citation') this.readCitation(value);
    else if (name === 'hugoblox' && isObject(value)) this.readIds(value.ids);
    else if (name === 'publicationshort') this.shortVenue = this.textOf(path, value);
    else if (ORGANIZATION.test(name)) this.addOrganization(value);
    else if (kind === 'venue' && isObject(value)) {
      this.addScalar(kind, key, this.textOf([...path, 'name'], value.name));
    } else if (Array.isArray(value)) {
      for (const [at, item] of value.slice(0, 200).entries()) {
        if (isObject(item)) this.addLink(item);
        else this.addScalar(kind, key, this.textOf([...path, `${at}`], item));
      }
    } else this.addScalar(kind, key, this.textOf(path, value));
  }

  /** A scalar as it is written: as a number 2411.13420 would lose its zero. */
  private textOf(path: readonly string[], value: unknown): string | null {
    if (typeof value === 'number') return this.yaml.sourceOf(path) || String(value);
    return typeof value === 'string' ? withoutWikiLinks(value) : null;
  }

  private addScalar(kind: FieldKind | null, key: string, text: string | null): void {
    if (text === null || kind === 'other') return;
    const { draft } = this;
    if (/^https?:\/\//i.test(text)) draft.addLinks([{ url: text, text: key }], kind);
    else if (kind === 'categories' || kind === 'keywords') draft.add(kind, `${text},`);
    else if (kind === 'venue') this.addVenue(text);
    // In quotes YAML takes `\_` for a space that does not break.
    else if (kind === 'id') draft.add(kind, text.replaceAll('\u00a0', '_'));
    else if (kind === 'summary' && !isSummary(text)) return;
    else if (kind === 'part' && text.length < 40) return;
    else if (kind !== null && kind !== 'title') draft.add(kind, text);
  }

  private addVenue(text: string): void {
    const line = stripMarkup(plainText(parseGitHubMarkdown(text.slice(0, 1000))));
    if (ARXIV_CATEGORY.test(line)) return this.draft.add('categories', line);
    this.draft.add('venue', line.replace(/^In (?=\p{Lu}|\d)/u, ''));
  }

  private addAuthors(value: unknown): void {
    const list = Array.isArray(value) ? value.slice(0, MOST_ITEMS) : [value];
    const isList = Array.isArray(value);
    const names = list.flatMap((item: unknown) => {
      if (typeof item !== 'string') return authorsIn([item]) ?? [];
      const text = withoutWikiLinks(item).replace(/^["“\s]+|["”\s]+$/g, '');
      return isList && text.split(',').length === 2 ? [firstLast(text)] : [text];
    });
    const isOwner = (name: string) => OWNER.test(name.trim());
    this.owners.push(...names.filter(isOwner));
    this.draft.add('authors', names.filter((name) => !isOwner(name)).join(isList ? '; ' : ''));
  }

  /** `{name: PDF, url}`, `{type: code, url}`, `{provider: arxiv, id}`. */
  private readonly addLink = (item: unknown): void => {
    if (!isObject(item)) return;
    const { url, provider, id } = item;
    if (provider === 'arxiv' && typeof id === 'string') this.draft.add('id', id);
    const label = [item.type === 'custom' ? null : item.type, item.name, item.label].find(
      (text) => typeof text === 'string',
    );
    if (typeof url === 'string') this.addScalar(keyKind(label ?? ''), label ?? '', url);
  };

  private readIds(ids: unknown): void {
    if (!isObject(ids)) return;
    for (const key of ['doi', 'arxiv']) this.readValue(['hugoblox', 'ids', key], ids[key]);
  }

  /** Text, or a map with the names of CSL. */
  private readCitation(value: unknown): void {
    if (typeof value === 'string') this.citations.push(value);
    else if (isObject(value)) {
      for (const key of ['container-title', 'doi', 'url']) {
        this.readValue(['citation', key], value[key]);
      }
    }
  }

  private addOrganization(value: unknown): void {
    const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
    const name: unknown = isObject(only) ? only.name : only;
    if (typeof name !== 'string' || name.includes(';')) return;
    const text = stripMarkup(withoutWikiLinks(name));
    if (text !== '' && text.length <= 200) this.draft.organization = { slug: text, name: text };
  }
}

/** `[[page|text]]` of a vault of notes as its text. */
function withoutWikiLinks(text: string): string {
  return text.replace(/\[\[(?:[^\][|]{1,200}\|)?([^\][|]{1,200})\]\]/g, '$1');
}

/** Whether a text tells of a paper: not “CVPR 2023”, nor what a template holds. */
function isSummary(text: string): boolean {
  const isWords = /\p{Lo}/u.test(text) || text.trim().split(/\s+/).length > 3;
  return isWords && !/^lorem ipsum/i.test(text);
}
