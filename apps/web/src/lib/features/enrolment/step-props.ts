import type { DraftView } from '@kizuna/shared/contracts/enrolment';
import type { DistrictView } from '@kizuna/shared/contracts/people';
import type { FieldError } from '#lib/ui/field-error.ts';

/** What every page of the form gets: what is kept, what was just typed and refused, and why. */
export interface StepProps {
  draft: DraftView;
  typed?: Record<string, string | string[]>;
  errors?: readonly FieldError[];
  districts: readonly DistrictView[];
}

/** One text that was typed, else the kept one. What was typed wins, so that nothing is lost. */
export function textFrom(typed: StepProps['typed'], name: string, kept: string | undefined): string {
  const value = typed?.[name];
  return typeof value === 'string' ? value : (kept ?? '');
}

/** The ticked boxes that were sent, else the kept ones. */
export function listFrom(
  typed: StepProps['typed'],
  name: string,
  kept: readonly string[] | undefined,
): readonly string[] {
  if (!typed) return kept ?? [];
  const value = typed[name] ?? [];
  return typeof value === 'string' ? [value] : value;
}
