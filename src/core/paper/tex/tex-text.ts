/** Commands of running text and the text they stand for. */
export const TEXT_COMMANDS: ReadonlyMap<string, string> = new Map([
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textquoteright', '’'],
  ['textquoteleft', '‘'],
  ['textquotedblleft', '“'],
  ['textquotedblright', '”'],
  ['textasciitilde', '~'],
  ['textbackslash', '\\'],
  ['textasciicircum', '^'],
  ['textbraceleft', '{'],
  ['textbraceright', '}'],
  ['textdollar', '$'],
  ['textunderscore', '_'],
  ['textdegree', '°'],
  ['textless', '<'],
  ['textgreater', '>'],
  ['textbar', '|'],
  ['texttrademark', '™'],
  ['textregistered', '®'],
  ['ldots', '…'],
  ['dots', '…'],
  ['textellipsis', '…'],
  ['LaTeX', 'LaTeX'],
  ['TeX', 'TeX'],
  ['slash', '/'],
  ['xspace', ''],
  ['S', '§'],
]);

/** Macros that authors define for Latin abbreviations; their full stop merges with one that follows. */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['eg', 'e.g.'],
  ['Eg', 'E.g.'],
  ['ie', 'i.e.'],
  ['Ie', 'I.e.'],
  ['etal', 'et al.'],
  ['etc', 'etc.'],
  ['vs', 'vs.'],
  ['cf', 'cf.'],
  ['Cf', 'Cf.'],
  ['wrt', 'w.r.t.'],
  ['aka', 'a.k.a.'],
  ['iid', 'i.i.d.'],
]);

/** What a styling command makes of its group. */
export type TextStyle = 'emphasis' | 'strong' | 'code' | 'plain';

/** Kinds of node that a styling command or declaration makes; `plain` only drops the command. */
export const TEXT_STYLES: ReadonlyMap<string, TextStyle> = new Map<string, TextStyle>([
  ...each('emphasis', 'em emph it textit textsl sl itshape slshape'),
  ...each('strong', 'bf textbf bfseries'),
  ...each('code', 'tt texttt ttfamily'),
  ...each(
    'plain',
    'sc textsc textrm rm textsf sf text textup textnormal underline textcolor mbox scshape rmfamily small',
  ),
]);

function each(kind: TextStyle, names: string): [string, TextStyle][] {
  return names.split(' ').map((name) => [name, kind]);
}

/** Declarations act on the rest of their group, commands on the group that follows. */
export const DECLARATIONS: ReadonlySet<string> = new Set(
  'em it sl bf tt sc rm sf itshape slshape bfseries ttfamily scshape rmfamily small'.split(' '),
);

/** An address at the start of a word, with or without a scheme, or an e-mail address. */
export const ADDRESS =
  /(?:(?:https?|ftp):\/\/|www\.)[^\s{}<>"$]+|[\w.+-]{1,80}@[\w-]{1,80}\.[\w.-]{1,80}|[\w-]{1,80}(?:\.[\w-]{1,80}){0,4}\.[a-z]{2,6}\/[^\s{}<>"$]*/y;

/** An address without the backslashes that TeX needs before some of its characters. */
export function unescapeAddress(address: string): string {
  return address.replace(/\\([_%#&~$])/g, '$1');
}
