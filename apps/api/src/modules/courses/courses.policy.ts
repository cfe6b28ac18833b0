import type { ApplicationWindow, CourseRunStatus } from '@kizuna/shared/vocabulary/courses';
import { civilDateOf, fiscalYearOf, type CivilDate } from '@kizuna/shared/rules/civil-date';

/** The inputs for the application window of a run. */
export interface WindowFacts {
  status: CourseRunStatus;
  opensAt: Date;
  closesAt: Date;
  capacity: number;
  taken: number;
  waiting: number;
}

/**
 * Whether applications to a run are possible at `now`. The window is half-open: it opens at `opensAt` and is closed at
 * `closesAt`. While people are waiting, new applicants wait too, even if a seat has just become free (the first on the
 * list gets it).
 */
export function applicationWindowOf(run: WindowFacts, now: Date): ApplicationWindow {
  if (run.status !== 'published' || now >= run.closesAt) return 'closed';
  if (now < run.opensAt) return 'not_yet';
  return run.taken < run.capacity && run.waiting === 0 ? 'open' : 'waiting_list';
}

/** Whether an application would be accepted at `now`, for a seat or for the waiting list. */
export function canApply(run: WindowFacts, now: Date): boolean {
  const window = applicationWindowOf(run, now);
  return window === 'open' || window === 'waiting_list';
}

/** Seats available to new applicants. */
export function placesLeft(run: Pick<WindowFacts, 'capacity' | 'taken' | 'waiting'>): number {
  return run.waiting > 0 ? 0 : Math.max(0, run.capacity - run.taken);
}

/** The run to show first: the one open for applications (a free seat before a waiting list), else the next to open. */
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

/** The fiscal year of a run: that of its first training day, else of the day its window closes. */
export function fiscalYearOfRun(firstHeldOn: CivilDate | null, closesAt: Date): number {
  return fiscalYearOf(firstHeldOn ?? civilDateOf(closesAt));
}

/** Whether a run's capacity may be set: never below the seats already taken. */
export function mayHoldCapacity(capacity: number, taken: number): boolean {
  return capacity >= taken;
}

/** Whether a training day may get another lesson: only before the day; afterwards attendance may refer to it. */
export function mayChangeLesson(heldOn: CivilDate, today: CivilDate): boolean {
  return today < heldOn;
}
