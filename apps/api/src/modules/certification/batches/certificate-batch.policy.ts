import type { ErrorCode } from '@kizuna/shared/errors/index';

/** Why somebody of a list gets no certificate, as a word and what it names. */
export interface Refusal {
  code: ErrorCode;
  params?: Record<string, string>;
}

export interface ItemFacts {
  /** What was decided about their completion; undefined for who takes part no longer. */
  completion: { complete: boolean; undrawable: readonly string[] } | undefined;
  /** The number of the valid certificate that they have. */
  standing: string | undefined;
  /** The place of the name is left empty, for the brush. */
  nameLeftBlank: boolean;
}

/** Whether one person of a list gets a certificate now: null, or why not. */
export function refusalOfItem({ completion, standing, nameLeftBlank }: ItemFacts): Refusal | null {
  if (standing !== undefined) return { code: 'certification.already_issued', params: { number: standing } };
  if (!completion) return { code: 'certification.not_taking_part' };
  if (!completion.complete) return { code: 'certification.not_complete' };
  return nameLeftBlank ? null : undrawableRefusal(completion.undrawable);
}

/** Characters that the sheet cannot draw refuse it, by name. */
export function undrawableRefusal(undrawable: readonly string[]): Refusal | null {
  if (undrawable.length === 0) return null;
  return { code: 'certification.glyph_missing', params: { characters: undrawable.join('、') } };
}

/** How many certificates are made in one transaction: many enough to set them side by side, few enough to see them come. */
export const itemsAtOnce = 20;

/** A worker that gives no sign of life for so long has died, and another one goes on; in seconds. */
export const heartbeatSeconds = 10;

/** How long a job that failed waits for its next try, in seconds. */
export const retrySeconds = 5;

/** From this try of the job on, what still cannot be made is refused instead of tried again: after about two minutes. */
export const lastAttempt = 24;
