import type { FieldError } from '#lib/ui/field-error.ts';

/** Why a mark was not written; `needsReason`: an earlier one would be changed. */
export interface MarkProblem {
  enrolmentId: string;
  status: string;
  needsReason: boolean;
  errors: FieldError[];
}
