import type { ErrorCode } from '@kizuna/shared/errors/index';

export interface ConstraintMeaning {
  code: ErrorCode;
  field?: string;
}

const meanings = new Map<string, ConstraintMeaning>();

/**
 * Maps the violation of a named constraint to a domain error for the exception filter.
 * Call it at the top of a repository file, beside the constraint's table.
 */
export function mapConstraint(constraintName: string, code: ErrorCode, field?: string): void {
  meanings.set(constraintName, field === undefined ? { code } : { code, field });
}

/** The declared meaning of a violated constraint, or undefined if there is none (then it is our bug). */
export function meaningOfConstraint(constraintName: string | undefined): ConstraintMeaning | undefined {
  return constraintName === undefined ? undefined : meanings.get(constraintName);
}
