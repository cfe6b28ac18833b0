import type { DraftView } from '@kizuna/shared/contracts/enrolment';
import type { DistrictView } from '@kizuna/shared/contracts/people';
import type { FieldError } from '#lib/ui/field-error.ts';

/** Props of every page of the form: the stored answers, the rejected input, and its errors. */
export interface StepProps {
  draft: DraftView;
  typed?: Record<string, string | string[]>;
  errors?: readonly FieldError[];
  districts: readonly DistrictView[];
}

/** The submitted text, otherwise the stored one. Submitted input has priority, so that nothing is lost. */
export function textFrom(typed: StepProps['typed'], name: string, kept: string | undefined): string {
  const value = typed?.[name];
  return typeof value === 'string' ? value : (kept ?? '');
}

/** The submitted checkboxes, otherwise the stored ones. */
export function listFrom(
  typed: StepProps['typed'],
  name: string,
  kept: readonly string[] | undefined,
): readonly string[] {
  if (!typed) return kept ?? [];
  const value = typed[name] ?? [];
  return typeof value === 'string' ? [value] : value;
}
