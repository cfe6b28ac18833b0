import type { ErrorCode } from '@kizuna/shared/errors/index';
import { ageOn, fiscalYearOf, japaneseFiscalYearOf, type CivilDate } from '@kizuna/shared/rules/civil-date';
import type { CourseRunStatus } from '@kizuna/shared/vocabulary/courses';
import {
  activeStatuses,
  learningStatuses,
  seatHoldingStatuses,
  type EnrolmentStatus,
} from '@kizuna/shared/vocabulary/enrolment';

/** State transitions of an enrolment (先着). `by` says who may request them. */
export const transitions = {
  offerSeat: { from: ['waitlisted'], to: 'applied', by: 'house' },
  confirm: { from: ['applied', 'selected'], to: 'confirmed', by: 'office' },
  decline: { from: ['applied', 'waitlisted', 'selected'], to: 'declined', by: 'office' },
  cancel: { from: ['applied', 'waitlisted', 'selected', 'confirmed'], to: 'cancelled', by: 'office' },
  withdraw: { from: ['applied', 'waitlisted', 'selected', 'confirmed'], to: 'withdrawn', by: 'learner' },
  complete: { from: ['confirmed'], to: 'completed', by: 'house' },
} as const satisfies Record<
  string,
  { from: readonly EnrolmentStatus[]; to: EnrolmentStatus; by: 'learner' | 'office' | 'house' }
>;
export type Transition = keyof typeof transitions;

/** Below this age on the day of application the guardian's name is required (the age of majority, 民法4条). */
export const ageOfMajority = 18;

const includes = (list: readonly EnrolmentStatus[], status: EnrolmentStatus): boolean =>
  list.includes(status);

/** Whether the state occupies one of the run's seats. */
export function holdsSeat(status: EnrolmentStatus): boolean {
  return includes(seatHoldingStatuses, status);
}

/** Whether the person is still in the run. */
export function isActive(status: EnrolmentStatus): boolean {
  return includes(activeStatuses, status);
}

/** Whether a transition is possible from a state. */
export function canChange(status: EnrolmentStatus, transition: Transition): boolean {
  return includes(transitions[transition].from, status);
}

/** Why a transition is refused, or null if it is possible. */
export function refusalOf(status: EnrolmentStatus, transition: Transition): ErrorCode | null {
  if (canChange(status, transition)) return null;
  return transition === 'confirm' && status === 'waitlisted'
    ? 'enrolment.no_seat'
    : 'enrolment.not_possible_now';
}

/** The effect of a transition on the run's counters. */
export function seatEffectOf(
  from: EnrolmentStatus,
  to: EnrolmentStatus,
): 'frees_seat' | 'leaves_waiting' | 'none' {
  if (holdsSeat(from) && !holdsSeat(to)) return 'frees_seat';
  return from === 'waitlisted' && to !== 'applied' ? 'leaves_waiting' : 'none';
}

/** The actions available to the office. */
export function officeActions(status: EnrolmentStatus) {
  return {
    confirm: canChange(status, 'confirm'),
    decline: canChange(status, 'decline'),
    cancel: canChange(status, 'cancel'),
    withdraw: canChange(status, 'withdraw'),
  };
}

/** The actions available to the learner. */
export function learnerActions(status: EnrolmentStatus) {
  return { withdraw: canChange(status, 'withdraw'), learn: includes(learningStatuses, status) };
}

/** Whether a guardian's name is required. */
export function needsGuardian(bornOn: CivilDate, today: CivilDate): boolean {
  return ageOn(bornOn, today) < ageOfMajority;
}

export interface RunFacts {
  status: CourseRunStatus;
  opensAt: Date;
  closesAt: Date;
  minimumAge: number | null;
}

export interface ApplicantFacts {
  bornOn: CivilDate;
  guardianName?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  replyBy: 'mail' | 'letter';
}

export interface Refusal {
  code: ErrorCode;
  field?: string;
  params?: Record<string, string | number>;
}

/**
 * Why an application to this run is refused at `now`, or null. The office may enter paper applications that arrived in
 * time after the window has closed, so for the office only the run's state is checked.
 */
export function refusalOfRun(run: RunFacts, by: 'applicant' | 'office', now: Date): Refusal | null {
  if (run.status === 'cancelled') return { code: 'enrolment.run_cancelled' };
  if (run.status === 'draft') return { code: 'platform.not_found' };
  if (by === 'office') return null;
  if (now < run.opensAt) return { code: 'enrolment.not_open_yet' };
  return now >= run.closesAt ? { code: 'enrolment.closed' } : null;
}

/** Why the birth date does not meet the run's requirements, or null. `today` is the civil date of the application. */
export function refusalOfBirthDate(
  bornOn: CivilDate,
  minimumAge: number | null,
  today: CivilDate,
): Refusal | null {
  if (bornOn > today) return { code: 'people.birth_date_in_future', field: 'bornOn' };
  if (minimumAge !== null && ageOn(bornOn, today) < minimumAge) {
    return { code: 'enrolment.below_minimum_age', field: 'bornOn', params: { minimumAge } };
  }
  return null;
}

/**
 * Why the answers are not sufficient, or null. The office always has the address, so it needs no phone and no e-mail.
 */
export function refusalOfApplicant(
  applicant: ApplicantFacts,
  minimumAge: number | null,
  by: 'applicant' | 'office',
  today: CivilDate,
): Refusal | null {
  const birth = refusalOfBirthDate(applicant.bornOn, minimumAge, today);
  if (birth) return birth;
  if (needsGuardian(applicant.bornOn, today) && !applicant.guardianName) {
    return { code: 'enrolment.guardian_required', field: 'guardianName' };
  }
  if (by === 'applicant' && !applicant.phone && !applicant.email) {
    return { code: 'enrolment.contact_required', field: 'phone' };
  }
  return applicant.replyBy === 'mail' && !applicant.email
    ? { code: 'people.email_invalid', field: 'email' }
    : null;
}

/**
 * Formats a 受付番号 such as R8-000123: letter and year of the era of the fiscal year, then a number that is never
 * reused.
 */
export function receptionNumberOf(sequence: number, receivedOn: CivilDate): string {
  const fiscalYear = fiscalYearOf(receivedOn);
  const japanese = japaneseFiscalYearOf(fiscalYear);
  const year = japanese ? `${japanese.era.key.charAt(0).toUpperCase()}${japanese.year}` : String(fiscalYear);
  return `${year}-${String(sequence).padStart(6, '0')}`;
}
