/** A submitted form as it was typed, by name of the field. */
export type TypedValues = Record<string, string | string[]>;

/** The submitted text, otherwise the stored one. Submitted input has priority, so that nothing is lost. */
export function textFrom(typed: TypedValues | undefined, name: string, kept: string | undefined): string {
  const value = typed?.[name];
  return typeof value === 'string' ? value : (kept ?? '');
}

/** The submitted checkboxes, otherwise the stored ones. */
export function listFrom(
  typed: TypedValues | undefined,
  name: string,
  kept: readonly string[] | undefined,
): readonly string[] {
  if (!typed) return kept ?? [];
  const value = typed[name] ?? [];
  return typeof value === 'string' ? [value] : value;
}
