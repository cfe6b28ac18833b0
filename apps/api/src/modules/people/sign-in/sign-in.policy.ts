import type { Role } from '@kizuna/shared/vocabulary/roles';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Seconds to wait after the n-th failure in a row (the last value applies to all that follow). Five mistakes are free.
 * A card's secret has only four digits: its delay grows until guessing takes years.
 */
export const throttles = {
  password: [0, 0, 0, 0, 0, 30, minute, 2 * minute, 5 * minute, 15 * minute],
  card: [0, 0, 0, 0, 0, 30, 2 * minute, 10 * minute, hour, 6 * hour, day],
  /** Mails requested for one address, and from one network address. */
  reset: [0, 0, 0, 5 * minute, 15 * minute, hour],
  resetAddress: [...Array<number>(100).fill(0), 10 * minute],
} as const satisfies Record<string, readonly number[]>;
export type ThrottleKind = keyof typeof throttles;

/** Failures older than this no longer count, in seconds. Cards have a longer memory. */
export const throttleMemory: Record<ThrottleKind, number> = {
  password: day,
  card: 30 * day,
  reset: hour,
  resetAddress: hour,
};

/**
 * Failing for this many *different* accounts within an hour from one network address counts as spraying. Thirty people
 * in a hall behind one address stay far below, however often each of them mistypes.
 */
export const sprayLimit = 80;
export const sprayWindowSeconds = hour;

export const resetLifetimeSeconds = { reset: hour, invitation: 7 * day } as const;
/** Attempts at the six digits before the mail becomes invalid. */
export const resetCodeTries = 5;

/** How long a sign-in lasts after the last request, in seconds. Cards are used on shared tablets. */
export function idleSeconds(via: 'password' | 'card', roles: readonly Role[]): number {
  if (via === 'card') return 12 * hour;
  return roles.some((role) => role !== 'learner') ? 12 * hour : 14 * day;
}

/** Maximum lifetime of a sign-in, in seconds; also the cookie's age. */
export const longestSignInSeconds = 90 * day;

/** A request extends the expiry only if the last extension is this old (in seconds), to avoid a write on every page. */
export const touchEverySeconds = 5 * minute;

/**
 * The roles of a sign-in: a printed card gives access only to the learner's own data, whatever other roles the owner
 * has.
 */
export function rolesOfSignIn(via: 'password' | 'card', roles: readonly Role[]): Role[] {
  return via === 'card' ? ['learner'] : [...roles];
}

/** When a sign-in expires without further requests. */
export function expiryOf(
  createdAt: Date,
  seenAt: Date,
  via: 'password' | 'card',
  roles: readonly Role[],
): Date {
  const idle = seenAt.getTime() + idleSeconds(via, roles) * 1000;
  return new Date(Math.min(idle, createdAt.getTime() + longestSignInSeconds * 1000));
}
