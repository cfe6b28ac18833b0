import type { DistrictView } from '@kizuna/shared/contracts/people';
import type { SupporterActivityView, SupporterDraft } from '@kizuna/shared/contracts/supporters';
import type { FieldError } from '#lib/ui/field-error.ts';

/** Props of the form's questions: the stored answers, the rejected input with its errors, and the options. */
export interface AnswerProps {
  kept: SupporterDraft['answers'];
  typed?: Record<string, string | string[]>;
  errors?: readonly FieldError[];
  activities: readonly SupporterActivityView[];
  districts: readonly DistrictView[];
}
