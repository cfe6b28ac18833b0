import type { FieldError } from '#lib/ui/field-error.ts';

/** Why a mark was not written; `needsReason`: it would change an earlier mark. */
export interface MarkProblem {
  enrolmentId: string;
  status: string;
  needsReason: boolean;
  errors: FieldError[];
}
