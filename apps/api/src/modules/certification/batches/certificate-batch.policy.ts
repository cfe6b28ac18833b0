import type { ErrorCode } from '@kizuna/shared/errors/index';

/** Why a person in the list gets no certificate: an error code and its parameters. */
export interface Refusal {
  code: ErrorCode;
  params?: Record<string, string>;
}

export interface ItemFacts {
  /** The decision about their completion; undefined if they no longer take part. */
  completion: { complete: boolean; undrawable: readonly string[] } | undefined;
  /** The number of the valid certificate they already have. */
  standing: string | undefined;
  /** The space for the name is left blank, to be written with a brush. */
  nameLeftBlank: boolean;
}

/** Whether a person in the list gets a certificate now: null if so, otherwise the reason why not. */
export function refusalOfItem({ completion, standing, nameLeftBlank }: ItemFacts): Refusal | null {
  if (standing !== undefined) return { code: 'certification.already_issued', params: { number: standing } };
  if (!completion) return { code: 'certification.not_taking_part' };
  if (!completion.complete) return { code: 'certification.not_complete' };
  return nameLeftBlank ? null : undrawableRefusal(completion.undrawable);
}

/** A refusal that names the characters the sheet cannot draw, or null if there are none. */
export function undrawableRefusal(undrawable: readonly string[]): Refusal | null {
  if (undrawable.length === 0) return null;
  return { code: 'certification.glyph_missing', params: { characters: undrawable.join('、') } };
}

/**
 * How many certificates are made in one transaction: enough to typeset them in parallel, few enough to show progress.
 */
export const itemsAtOnce = 20;

/** A worker that sends no heartbeat for this long is considered dead and another takes over; in seconds. */
export const heartbeatSeconds = 10;

/** The delay before a failed job is retried, in seconds. */
export const retrySeconds = 5;

/** From this attempt of the job on, an item that still fails is refused instead of retried: after about two minutes. */
export const lastAttempt = 24;
