/** What a control shows: the name of the field ('' = the whole form) and the sentence. */
export interface FieldError {
  field: string;
  message: string;
}

/** The id of a control, the target of the links in ErrorSummary. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`;
}

/** The sentence for one field, if it has one. */
export function errorFor(errors: readonly FieldError[] | undefined, name: string): string | undefined {
  return errors?.find((error) => error.field === name)?.message;
}

/** The value of aria-describedby for the parts that are there. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
}
