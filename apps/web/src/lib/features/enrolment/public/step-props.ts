import type { DraftView } from '@kizuna/shared/contracts/enrolment';
import type { DistrictView } from '@kizuna/shared/contracts/people';
import type { FieldError } from '#lib/ui/field-error.ts';
import type { TypedValues } from '#lib/ui/typed-values.ts';

/** Props of every page of the form: the stored answers, the rejected input, and its errors. */
export interface StepProps {
  draft: DraftView;
  typed?: TypedValues;
  errors?: readonly FieldError[];
  districts: readonly DistrictView[];
}
