/** What stands before the title of a list's item: tags in brackets, dates, pictographs. */
export interface ListLead {
  /** Offset behind it. */
  readonly end: number;
  /** A day, month or year as written; empty for none. */
  readonly date: string;
  readonly venue: string;
}

const VENUES =
  'AAAI|ACCV|ACL|ACM MM|AISTATS|arXiv|ASPLOS|BMVC|CCS|CHI|CIKM|COLING|COLM|COLT|CoRL|CVPR|CVPRW|EACL|ECCV|ECML|EMNLP|' +
  'FAccT|GECCO|ICASSP|ICCV|ICDE|ICDM|ICLR|ICML|ICRA|IJCAI|IJCNN|IJCV|INTERSPEECH|IROS|ISCA|ISMIR|ITSC|JMLR|KDD|' +
  'MICCAI|MLSys|NAACL|Nature|NDSS|NeurIPS|NIPS|NSDI|OSDI|PAMI|PLDI|POPL|RA-?L|RecSys|RSS|Science|SIGGRAPH|SIGIR|' +
  'SIGMOD|SOSP|S&P|TACL|TASLP|TIP|TIST|TKDE|TMLR|TNNLS|TOG|TPAMI|TVCG|UAI|UIST|VLDB|WACV|WSDM|WWW|bioRxiv|medRxiv|Preprint';
const VENUE = new RegExp(`^(?:${VENUES})(?:[\\s'’:-]{0,2}(?:\\d\\d){1,2})?(?:\\s.{1,40})?$`, 'i');
const DATE = String.raw`(?:19|20)\d\d(?:[-./]\d{1,2}){0,2}`;
const DATED = new RegExp(`^${DATE}$`);

/** A tag, a pictograph or a date; a bracket within a bracket is of a link that was in it. */
const PART = new RegExp(
  String.raw`^\s*(?:\[\[?([^[\]]{1,60})\]\]?|\(([^()]{1,40})\)|:[a-z0-9_+-]{2,40}:|(?:[Pp]aper|[Tt]itle|论文|标题)\s?[:：]|` +
    String.raw`(?:\p{Extended_Pictographic}|★|☆|\ufe0f|\u200d)+|(${DATE})(?=[\s,:|–—-])|[,:;|–—-](?=\s))\s*`,
  'u',
);

/** Reads what stands before a title. `[Re]` is of the title itself. */
export function readListLead(text: string): ListLead {
  let [end, date, venue] = [0, '', ''];
  for (let parts = 0; parts < 12; parts++) {
    const match = PART.exec(text.slice(end, end + 200));
    const tag = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
    if (match === null || tag === 'Re') break;
    end += match[0].length;
    if (DATED.test(tag)) date ||= tag;
    // That a paper is on arXiv its id says.
    else if (isVenue(tag) && !/^arxiv/i.test(tag)) venue ||= tag;
  }
  return { end, date, venue };
}

const NAMED_VENUE = new RegExp(`(?:^|[\\s,.;])(?:${VENUES})\\b.*$`, 's');

/** A text up to the name of a conference or journal in it. */
export function beforeVenue(text: string): string {
  return text.replace(NAMED_VENUE, '');
}

/** Whether a text is the name of a conference or journal, perhaps with its year. */
export function isVenue(text: string): boolean {
  return text.length <= 60 && VENUE.test(text.trim());
}
