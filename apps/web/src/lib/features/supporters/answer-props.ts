import type { DistrictView } from '@kizuna/shared/contracts/people';
import type { SupporterActivityView, SupporterDraft } from '@kizuna/shared/contracts/supporters';
import type { FieldError } from '#lib/ui/field-error.ts';

/** What the questions of the form get: what is kept, what was just typed and refused, and what can be chosen. */
export interface AnswerProps {
  kept: SupporterDraft['answers'];
  typed?: Record<string, string | string[]>;
  errors?: readonly FieldError[];
  activities: readonly SupporterActivityView[];
  districts: readonly DistrictView[];
}
