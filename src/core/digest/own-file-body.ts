import type { Heading, RootContent } from 'mdast';
import { foldTitle } from '../paper/identify-paper.ts';
import { type FieldKind, fieldKind } from './entry-fields.ts';
import { EntryBody, withoutSigns } from './markdown-entry-body.ts';
import { joinLines, linesOf, type MarkdownLine } from './markdown-lines.ts';

/** `[!Abstract]-`, with which notes in a vault head a quotation. */
const CALLOUT = /^\[!(\w{1,40})\][-+]?\s*/;
/** `%% begin notes %%`, which such a vault does not show. */
const COMMENT = /%%[^%]{0,1000}%%/g;

const CJK = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

/** Reads the text of a file of one paper, below its front matter. */
export class OwnFileBody extends EntryBody {
  /** Blocks of code: one of them may cite the paper. */
  readonly codes: string[] = [];
  private isAbstractNamed = false;
  private isBelowHeading = false;

  read(nodes: readonly RootContent[]): void {
    for (const node of nodes) {
      if (node.type === 'heading') this.readOwnHeading(node);
      else if (node.type === 'code') this.codes.push(node.value);
      else this.readContent(node);
    }
  }

  /** What is called no abstract and is of another script than the title is the file's own. */
  tellOwnWords(): void {
    const abstract = this.isAbstractNamed ? null : this.draft.text('abstract');
    if (abstract === null || CJK.test(this.draft.title) || !CJK.test(abstract)) return;
    this.draft.drop('abstract');
    this.draft.add('summary', abstract);
  }

  /** The paper's title again, a field, or a part that no field holds. */
  private readOwnHeading(node: Heading): void {
    const lines = linesOf(node.children, this.source);
    const text = withoutSigns(joinLines(lines));
    const isFirst = node.depth === 1 && !this.isBelowHeading;
    this.isBelowHeading = true;
    if (foldTitle(text) === foldTitle(this.draft.title)) this.kind = null;
    else if (this.readFieldHeading(node, text, lines[0], 0)) return;
    else this.kind = isFirst ? null : 'other';
  }

  /** A quotation without a name, above all else, is what the file has to say of the paper. */
  override readContent(node: RootContent): void {
    if (node.type !== 'blockquote') return super.readContent(node);
    const before = this.kind;
    if (before === null && !this.draft.has('abstract')) this.kind = 'summary';
    super.readContent(node);
    this.kind = before;
  }

  protected override readLine(line: MarkdownLine): void {
    const written = line.text.replace(COMMENT, '');
    const callout = CALLOUT.exec(written);
    const text = written.slice(callout?.[0].length ?? 0);
    if (callout !== null) {
      // “[!abstract] TL;DR” is shown under its second name.
      const named = fieldKind(text);
      this.startField(named ?? fieldKind(callout[1]!) ?? 'other', callout[1]!);
      if (named !== null) return;
    }
    if (text !== '') super.readLine({ ...line, text });
  }

  /** What stood above an abstract that is called so is none. */
  protected override startField(kind: FieldKind, label: string): void {
    if (kind === 'abstract' && !this.isAbstractNamed) {
      this.draft.drop('abstract');
      this.isAbstractNamed = true;
    }
    super.startField(kind, label);
  }
}
