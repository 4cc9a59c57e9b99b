import { type CSL, plugins } from '@citation-js/core';

/** An item of CSL-JSON, from which Citation.js writes all else: https://docs.citationstyles.org */
export type { CSL as CslItem, CSLName as CslName } from '@citation-js/core';
/** Year, month and day, as many as are known. */
export type CslDateParts = NonNullable<NonNullable<CSL['issued']>['date-parts']>[0];

/** Items as an output format of Citation.js makes them, whose plugin the caller imports. */
export function formatItems(
  format: 'data' | 'bibtex' | 'ris' | 'bibliography',
  items: readonly CSL[],
  options: Readonly<Record<string, string>>,
): unknown {
  // No plugin of RIS tells its types.
  return plugins.output.format(format as 'data', items as CSL[], options);
}

/** The settings of a plugin of Citation.js, for the one who imports it to change. */
export function settingsOf(plugin: '@bibtex'): unknown {
  return plugins.config.get(plugin);
}
