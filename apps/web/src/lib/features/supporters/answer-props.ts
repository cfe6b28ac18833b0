import type { DistrictView } from '@kizuna/shared/contracts/people';
import type { SupporterActivityView, SupporterDraft } from '@kizuna/shared/contracts/supporters';
import type { FieldError } from '#lib/ui/field-error.ts';
import type { TypedValues } from '#lib/ui/typed-values.ts';

/** Props of the form's questions: the stored answers, the rejected input with its errors, and the options. */
export interface AnswerProps {
  kept: SupporterDraft['answers'];
  typed?: TypedValues;
  errors?: readonly FieldError[];
  activities: readonly SupporterActivityView[];
  districts: readonly DistrictView[];
}
