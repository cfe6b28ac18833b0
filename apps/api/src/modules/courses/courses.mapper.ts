import type { ClassSessionView, CourseRunView, CourseSummary } from '@kizuna/shared/contracts/courses';

import { applicationWindowOf, canApply, nextRunOf, placesLeft } from './courses.policy.js';
import type { ClassSessionRow, CourseRow, CourseRunRow } from './courses.rows.js';

/** Maps a training day to its view. */
export function toClassSessionView(row: ClassSessionRow): ClassSessionView {
  return {
    ...row,
    startsAt: new Date(row.startsAt).toISOString(),
    endsAt: new Date(row.endsAt).toISOString(),
  };
}

/** Maps a run to its view, with the actions possible at `now`. */
export function toCourseRunView(row: CourseRunRow, now: Date): CourseRunView {
  return {
    ...row,
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    placesLeft: placesLeft(row),
    window: applicationWindowOf(row, now),
    classSessions: row.classSessions.map(toClassSessionView),
    can: { apply: canApply(row, now) },
  };
}

/** Maps a course to the catalogue, with the one run to show. `runs` are the course's own. */
export function toCourseSummary(row: CourseRow, runs: readonly CourseRunRow[], now: Date): CourseSummary {
  const next = nextRunOf(runs, now);
  return { ...row, nextRun: next && toCourseRunView(next, now) };
}
