import type { SupporterAnswers, SupporterStep } from '@kizuna/shared/contracts/supporters';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { addDays, fiscalYearOf, type CivilDate } from '@kizuna/shared/rules/civil-date';
import type { SupporterState } from '@kizuna/shared/vocabulary/supporters';

/** The transitions of a registration. */
export type SupporterTransition = 'confirm' | 'change' | 'renew' | 'rest' | 'come_back' | 'end' | 'expire';

/** The allowed transitions from each state, and the state they lead to. All others are refused. */
export const supporterTransitions: Record<
  SupporterState,
  Partial<Record<SupporterTransition, SupporterState>>
> = {
  applied: { confirm: 'active', change: 'applied', end: 'ended' },
  active: { change: 'active', renew: 'active', rest: 'on_leave', end: 'ended', expire: 'expired' },
  on_leave: {
    change: 'on_leave',
    renew: 'on_leave',
    rest: 'on_leave',
    come_back: 'active',
    end: 'ended',
    expire: 'expired',
  },
  ended: {},
  expired: {},
};

/** The state after a transition, or the error code of its refusal. */
export function afterTransition(
  state: SupporterState,
  transition: SupporterTransition,
): { state: SupporterState } | { refusal: ErrorCode } {
  const next = supporterTransitions[state][transition];
  return next ? { state: next } : { refusal: 'supporters.not_possible' };
}

/** How long a registration is valid, and when reminders are sent. */
export interface SupporterTerms {
  termYears: number;
  firstReminderDays: number;
  secondReminderDays: number;
  graceDays: number;
}

/**
 * The expiry date of a registration: 31 March of the fiscal year in which its term ends. The year of confirmation
 * counts as the first, however late in it: the office renews everyone at the same time of year.
 */
export function validUntilOf(confirmedOn: CivilDate, termYears: number): CivilDate {
  return `${fiscalYearOf(confirmedOn) + termYears}-03-31`;
}

/**
 * The next expiry date. Counted from the old one, so that renewing early loses nothing and renewing late gains nothing.
 */
export function renewedUntil(validUntil: CivilDate, termYears: number): CivilDate {
  return `${fiscalYearOf(validUntil) + 1 + termYears}-03-31`;
}

/** The date from which a registration may be renewed: that of the first reminder. */
export function renewalOpensOn(validUntil: CivilDate, terms: SupporterTerms): CivilDate {
  return addDays(validUntil, -terms.firstReminderDays);
}

/** Whether renewal is open: from the first reminder until the end of the grace period. */
export function isRenewalOpen(
  validUntil: CivilDate | null,
  today: CivilDate,
  terms: SupporterTerms,
): boolean {
  if (validUntil === null) return false;
  return today >= renewalOpensOn(validUntil, terms) && !isOverdue(validUntil, today, terms);
}

/** Whether the grace period is over as well. */
export function isOverdue(validUntil: CivilDate, today: CivilDate, terms: SupporterTerms): boolean {
  return today > addDays(validUntil, terms.graceDays);
}

export type ReminderKind = 'first' | 'second';

/**
 * The reminder due today. A missed one (the worker was down) is sent late; if both are due, only the second is sent.
 * After the expiry date no reminder is sent: the message then is that the registration has ended.
 */
export function reminderDue(
  validUntil: CivilDate,
  today: CivilDate,
  terms: SupporterTerms,
): ReminderKind | null {
  if (today > validUntil) return null;
  if (today >= addDays(validUntil, -terms.secondReminderDays)) return 'second';
  return today >= renewalOpensOn(validUntil, terms) ? 'first' : null;
}

/** A planned or current leave. */
export interface Leave {
  fromOn: CivilDate;
  untilOn: CivilDate | null;
}

/** Whether a requested leave is possible: it begins today at the earliest and ends on or after its first day. */
export function leaveProblem(leave: Leave, today: CivilDate): ErrorCode | null {
  const possible = leave.fromOn >= today && (leave.untilOn === null || leave.untilOn >= leave.fromOn);
  return possible ? null : 'supporters.leave_times_invalid';
}

/** How the date affects a leave: it begins, it is over (the day after its last one), or nothing changes. */
export function leaveChange(
  state: SupporterState,
  leave: Leave,
  today: CivilDate,
): 'rest' | 'come_back' | null {
  const over = leave.untilOn !== null && today > leave.untilOn;
  if (state === 'on_leave') return over ? 'come_back' : null;
  if (state === 'active' && !over && today >= leave.fromOn) return 'rest';
  return null;
}

/** The first letter of each part of a name, the others as circles: enough to notice someone else's card. */
export function maskName(name: string): string {
  const letters = new Intl.Segmenter('ja', { granularity: 'grapheme' });
  return name
    .split(/[\s\u3000]+/u)
    .filter((part) => part !== '')
    .map((part) =>
      [...letters.segment(part)].map(({ segment }, index) => (index === 0 ? segment : '○')).join(''),
    )
    .join(' ');
}

/** The result of checking a card by QR code. The grace period counts as valid: the office still knows the person. */
export function cardStanding(
  state: SupporterState,
  validUntil: CivilDate,
  today: CivilDate,
  terms: SupporterTerms,
): 'valid' | 'on_leave' | 'not_valid' {
  if (isOverdue(validUntil, today, terms)) return 'not_valid';
  return state === 'active' ? 'valid' : state === 'on_leave' ? 'on_leave' : 'not_valid';
}

/** The first page of the form that is not answered yet. */
export function nextStepOf(
  answers: Partial<Record<SupporterStep, unknown>>,
  pledgeVersion: number,
): SupporterStep | null {
  const steps = ['wishes', 'times', 'places', 'contact'] as const satisfies (keyof SupporterAnswers)[];
  const missing = steps.find((step) => answers[step] === undefined);
  if (missing) return missing;
  const agreed = answers.pledge as { pledgeVersion?: number } | undefined;
  return agreed?.pledgeVersion === pledgeVersion ? null : 'pledge';
}
