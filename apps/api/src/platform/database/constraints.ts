import type { ErrorCode } from '@kizuna/shared/errors/index';

export interface ConstraintMeaning {
  code: ErrorCode;
  field?: string;
}

const meanings = new Map<string, ConstraintMeaning>();

/**
 * Tells the exception filter what the violation of a named constraint means to the person who asked.
 * Call it at the top of a repository file, beside the constraint's table.
 */
export function mapConstraint(constraintName: string, code: ErrorCode, field?: string): void {
  meanings.set(constraintName, field === undefined ? { code } : { code, field });
}

/** What a violated constraint means, or undefined where nobody declared it (then it is our bug). */
export function meaningOfConstraint(constraintName: string | undefined): ConstraintMeaning | undefined {
  return constraintName === undefined ? undefined : meanings.get(constraintName);
}
