import type { ErrorCode } from '@kizuna/shared/errors/index';
import type { GroupViewingBody } from '@kizuna/shared/contracts/viewings';
import { addDays, civilDateOf, instantOf, toCivilDate } from '@kizuna/shared/rules/civil-date';
import type { GroupViewingState } from '@kizuna/shared/vocabulary/viewings';

/** Check-in is open this long before the start and after the end. A photograph of the code is useless at home later. */
export const checkInBeforeMs = 30 * 60_000;
export const checkInAfterMs = 60 * 60_000;
/** A report is due two weeks after the day (group courses of the city); until then the organiser may enter people. */
export const reportDays = 14;

export interface ViewingTimes {
  /** Civil date in Japan. */
  heldOn: string;
  startsAt: Date;
  endsAt: Date;
  state: GroupViewingState;
}

/** The check-in window, as timestamps. */
export function checkInWindow({ startsAt, endsAt }: Pick<ViewingTimes, 'startsAt' | 'endsAt'>) {
  return {
    from: new Date(startsAt.getTime() - checkInBeforeMs),
    until: new Date(endsAt.getTime() + checkInAfterMs),
  };
}

/** The state of the check-in for a person who has scanned the code. */
export function doorOf(viewing: ViewingTimes, now: Date): 'early' | 'open' | 'over' | 'cancelled' {
  if (viewing.state === 'cancelled') return 'cancelled';
  const { from, until } = checkInWindow(viewing);
  if (now < from) return 'early';
  return now <= until ? 'open' : 'over';
}

/** When the plan of a group course is due: one month before, or that month's last day if the day does not exist. */
export function planDueOn(heldOn: string): string {
  const [year = 0, month = 0, day = 0] = heldOn.split('-').map(Number);
  const [planYear, planMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
  for (let planDay = day; ; planDay -= 1) {
    const found = toCivilDate(planYear, planMonth, planDay);
    if (found) return found;
  }
}

/** When the report is due. */
export function reportDueOn(heldOn: string): string {
  return addDays(heldOn, reportDays);
}

/** The next step for a showing. */
export function nextStepOf(
  viewing: ViewingTimes,
  now: Date,
): 'wait' | 'hold' | 'report' | 'report_overdue' | 'none' {
  if (viewing.state !== 'planned') return 'none';
  const door = doorOf(viewing, now);
  if (door === 'early') return 'wait';
  if (door === 'open') return 'hold';
  return civilDateOf(now) <= reportDueOn(viewing.heldOn) ? 'report' : 'report_overdue';
}

/** Why entering people is refused now, or null. The office may enter at any time after check-in has opened. */
export function entryRefusal(viewing: ViewingTimes, now: Date, isOffice: boolean): ErrorCode | null {
  const door = doorOf(viewing, now);
  if (door === 'cancelled') return 'viewings.cancelled';
  if (door === 'early') return 'viewings.outside_window';
  const inTime = isOffice || civilDateOf(now) <= reportDueOn(viewing.heldOn);
  return inTime ? null : 'viewings.entry_over';
}

/** Allowed state transitions; all others are refused. */
const transitions = {
  close: { from: ['planned'], refusal: 'viewings.already_closed' },
  cancel: { from: ['planned'], refusal: 'viewings.already_closed' },
  reopen: { from: ['held', 'interrupted', 'cancelled'], refusal: 'viewings.not_closed' },
} as const satisfies Record<string, { from: readonly GroupViewingState[]; refusal: ErrorCode }>;
export type ViewingTransition = keyof typeof transitions;

/** Why a state transition is refused, or null. */
export function transitionRefusal(state: GroupViewingState, transition: ViewingTransition): ErrorCode | null {
  const { from, refusal } = transitions[transition];
  return (from as readonly GroupViewingState[]).includes(state) ? null : refusal;
}

/**
 * Decides what a closing means. The same again changes nothing; another outcome or number for a closed showing is
 * refused: it must be reopened or corrected first, with a reason.
 */
export function decideClosing(
  viewing: ViewingTimes & { othersCount: number | null },
  asked: { outcome: 'held' | 'interrupted'; othersCount: number },
  now: Date,
  isOffice: boolean,
): { kind: 'close' } | { kind: 'unchanged' } | { kind: 'refused'; code: ErrorCode } {
  if (viewing.state === asked.outcome && viewing.othersCount === asked.othersCount)
    return { kind: 'unchanged' };
  const refusal = transitionRefusal(viewing.state, 'close');
  if (refusal) return { kind: 'refused', code: refusal };
  if (now < viewing.startsAt) return { kind: 'refused', code: 'viewings.not_started' };
  const late = entryRefusal(viewing, now, isOffice);
  return late ? { kind: 'refused', code: late } : { kind: 'close' };
}

/** Whether people at a showing in this state are credited. */
export function credits(state: GroupViewingState): boolean {
  return state === 'held';
}

export type ViewingPlan = Omit<GroupViewingBody, 'from' | 'to'> & { startsAt: Date; endsAt: Date };

/** Normalises a plan for storage: day and times of day in Japan become timestamps. */
export function planOf(body: GroupViewingBody): ViewingPlan {
  const { videoId, association, districtId, place, heldOn, expectedCount } = body;
  const [startsAt, endsAt] = [instantOf(heldOn, body.from), instantOf(heldOn, body.to)];
  return { videoId, association, districtId, place, heldOn, expectedCount, startsAt, endsAt };
}

/** The fault in a plan and its field; null if it is valid. */
export function planProblem(
  plan: Pick<ViewingPlan, 'heldOn' | 'startsAt' | 'endsAt'>,
  durationMs: number | null,
  now: Date,
  isOffice: boolean,
): { code: ErrorCode; field: string } | null {
  if (durationMs === null) return { code: 'viewings.film_unknown', field: 'videoId' };
  if (plan.endsAt.getTime() - plan.startsAt.getTime() < durationMs || plan.endsAt <= plan.startsAt) {
    return { code: 'viewings.times_invalid', field: 'to' };
  }
  const tooLongAgo = !isOffice && civilDateOf(now) > reportDueOn(plan.heldOn);
  return tooLongAgo ? { code: 'viewings.too_long_ago', field: 'heldOn' } : null;
}

/**
 * What a correction requires besides the new values. A closed showing keeps its film: it must be reopened to change it.
 */
export function correctionProblem(
  before: { state: GroupViewingState; videoId: string; revision: number },
  asked: { videoId: string; revision: number; reason?: string | undefined },
): { code: ErrorCode; field?: string } | null {
  if (before.state === 'cancelled') return { code: 'viewings.cancelled' };
  if (before.revision !== asked.revision) return { code: 'viewings.changed_meanwhile' };
  if (before.state === 'planned') return null;
  if (before.videoId !== asked.videoId) return { code: 'viewings.film_fixed', field: 'videoId' };
  return asked.reason === undefined ? { code: 'viewings.reason_required', field: 'reason' } : null;
}
