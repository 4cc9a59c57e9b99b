/** A map of names to values, as JSON or a table has it. */
export type LooseObject = Readonly<Record<string, unknown>>;

/** Whether a value is a map of names to values: neither a list nor null. */
export function isObject(value: unknown): value is LooseObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
