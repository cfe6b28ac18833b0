import type { ErrorCode } from '@kizuna/shared/errors/index';
import type { GroupViewingBody } from '@kizuna/shared/contracts/viewings';
import { addDays, civilDateOf, instantOf, toCivilDate } from '@kizuna/shared/rules/civil-date';
import type { GroupViewingState } from '@kizuna/shared/vocabulary/viewings';

/** The door is open this long before the start and after the end. A photograph of the code is of no use at home later. */
export const checkInBeforeMs = 30 * 60_000;
export const checkInAfterMs = 60 * 60_000;
/** A report is due two weeks after the day (group courses of the city); until then its organiser may enter people. */
export const reportDays = 14;

export interface ViewingTimes {
  /** Civil date in Japan. */
  heldOn: string;
  startsAt: Date;
  endsAt: Date;
  state: GroupViewingState;
}

/** When people can check in, as instants. */
export function checkInWindow({ startsAt, endsAt }: Pick<ViewingTimes, 'startsAt' | 'endsAt'>) {
  return {
    from: new Date(startsAt.getTime() - checkInBeforeMs),
    until: new Date(endsAt.getTime() + checkInAfterMs),
  };
}

/** How the door stands to somebody who has read the code. */
export function doorOf(viewing: ViewingTimes, now: Date): 'early' | 'open' | 'over' | 'cancelled' {
  if (viewing.state === 'cancelled') return 'cancelled';
  const { from, until } = checkInWindow(viewing);
  if (now < from) return 'early';
  return now <= until ? 'open' : 'over';
}

/** The day by which the plan of a group course is handed in: one month before, the month's last day where there is none. */
export function planDueOn(heldOn: string): string {
  const [year = 0, month = 0, day = 0] = heldOn.split('-').map(Number);
  const [planYear, planMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
  for (let planDay = day; ; planDay -= 1) {
    const found = toCivilDate(planYear, planMonth, planDay);
    if (found) return found;
  }
}

/** The day by which the report is handed in. */
export function reportDueOn(heldOn: string): string {
  return addDays(heldOn, reportDays);
}

/** What is to be done with a showing. */
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

/** Why nobody may be entered now, or null. The office may at any time once the door has opened. */
export function entryRefusal(viewing: ViewingTimes, now: Date, isOffice: boolean): ErrorCode | null {
  const door = doorOf(viewing, now);
  if (door === 'cancelled') return 'viewings.cancelled';
  if (door === 'early') return 'viewings.outside_window';
  const inTime = isOffice || civilDateOf(now) <= reportDueOn(viewing.heldOn);
  return inTime ? null : 'viewings.entry_over';
}

/** Changes of state; what is not in the table is refused. */
const transitions = {
  close: { from: ['planned'], refusal: 'viewings.already_closed' },
  cancel: { from: ['planned'], refusal: 'viewings.already_closed' },
  reopen: { from: ['held', 'interrupted', 'cancelled'], refusal: 'viewings.not_closed' },
} as const satisfies Record<string, { from: readonly GroupViewingState[]; refusal: ErrorCode }>;
export type ViewingTransition = keyof typeof transitions;

/** Why a change of state is refused, or null. */
export function transitionRefusal(state: GroupViewingState, transition: ViewingTransition): ErrorCode | null {
  const { from, refusal } = transitions[transition];
  return (from as readonly GroupViewingState[]).includes(state) ? null : refusal;
}

/**
 * What a closing means. The same again changes nothing; another outcome or another number of a closed showing is
 * refused: it is reopened or corrected first, with a reason.
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

/** A plan as it is kept: day and times of day in Japan become instants. */
export function planOf(body: GroupViewingBody): ViewingPlan {
  const { videoId, association, districtId, place, heldOn, expectedCount } = body;
  const [startsAt, endsAt] = [instantOf(heldOn, body.from), instantOf(heldOn, body.to)];
  return { videoId, association, districtId, place, heldOn, expectedCount, startsAt, endsAt };
}

/** What is wrong with a plan, and in which field; null where nothing is. */
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

/** What a correction asks for beside the new values. A closed showing keeps its film: it is reopened to change it. */
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
