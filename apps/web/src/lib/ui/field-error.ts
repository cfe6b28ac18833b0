/** An error to show: the name of the field ('' = the whole form) and the text. */
export interface FieldError {
  field: string;
  message: string;
}

/** The id of a control, the target of the links in ErrorSummary. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`;
}

/** The error text of one field, if any. */
export function errorFor(errors: readonly FieldError[] | undefined, name: string): string | undefined {
  return errors?.find((error) => error.field === name)?.message;
}

/** The value of aria-describedby for the parts that exist. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
}
