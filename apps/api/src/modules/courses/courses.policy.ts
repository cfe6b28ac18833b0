import type { ApplicationWindow, CourseRunStatus } from '@kizuna/shared/vocabulary/courses';
import { civilDateOf, fiscalYearOf, type CivilDate } from '@kizuna/shared/rules/civil-date';

/** What the application window of a run depends on. */
export interface WindowFacts {
  status: CourseRunStatus;
  opensAt: Date;
  closesAt: Date;
  capacity: number;
  taken: number;
  waiting: number;
}

/**
 * Whether one can apply to a run at `now`. The window is half-open: it opens at `opensAt` and is closed at `closesAt`.
 * While somebody waits, a newcomer waits too, even if a seat has just become free (the first in line gets it).
 */
export function applicationWindowOf(run: WindowFacts, now: Date): ApplicationWindow {
  if (run.status !== 'published' || now >= run.closesAt) return 'closed';
  if (now < run.opensAt) return 'not_yet';
  return run.taken < run.capacity && run.waiting === 0 ? 'open' : 'waiting_list';
}

/** Whether an application would be accepted at `now`, be it for a seat or for the waiting list. */
export function canApply(run: WindowFacts, now: Date): boolean {
  const window = applicationWindowOf(run, now);
  return window === 'open' || window === 'waiting_list';
}

/** Seats that a newcomer could get. */
export function placesLeft(run: Pick<WindowFacts, 'capacity' | 'taken' | 'waiting'>): number {
  return run.waiting > 0 ? 0 : Math.max(0, run.capacity - run.taken);
}

/** The run to show first: the one that can be applied to now (a free seat before a waiting list), else the next to open. */
export function nextRunOf<T extends WindowFacts>(runs: readonly T[], now: Date): T | null {
  const order: Record<ApplicationWindow, number> = { open: 0, waiting_list: 1, not_yet: 2, closed: 3 };
  const candidates = runs
    .map((run) => ({ run, rank: order[applicationWindowOf(run, now)] }))
    .filter(({ rank }) => rank < order.closed)
    .toSorted((a, b) => {
      const dates = a.rank === order.not_yet ? 'opensAt' : 'closesAt';
      return a.rank - b.rank || a.run[dates].getTime() - b.run[dates].getTime();
    });
  return candidates[0]?.run ?? null;
}

/** The fiscal year a run belongs to: that of its first training day, else of the day its window closes. */
export function fiscalYearOfRun(firstHeldOn: CivilDate | null, closesAt: Date): number {
  return fiscalYearOf(firstHeldOn ?? civilDateOf(closesAt));
}

/** Whether a run's capacity may be set: never below the seats that people already hold. */
export function mayHoldCapacity(capacity: number, taken: number): boolean {
  return capacity >= taken;
}

/** Whether a training day may be given another lesson: only before the day, afterwards attendance may hang on it. */
export function mayChangeLesson(heldOn: CivilDate, today: CivilDate): boolean {
  return today < heldOn;
}
