import type { FieldError } from '#lib/ui/field-error.ts';

/** Props of each part of the office's form: the values so far and their errors. */
export interface EntryProps {
  values: Partial<Record<string, string | string[]>>;
  errors?: readonly FieldError[] | undefined;
}

/** One value of the form as text. */
export function valueOf(values: EntryProps['values'], name: string, fallback = ''): string {
  const value = values[name];
  return typeof value === 'string' ? value : (value?.[0] ?? fallback);
}

/** All values of a group of checkboxes. */
export function listOf(values: EntryProps['values'], name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value : value ? [value] : [];
}
