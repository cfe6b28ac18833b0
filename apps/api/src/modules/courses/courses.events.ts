/** A run got more seats: people on the waiting list may move up. */
export const courseRunEnlarged = 'courses.run_enlarged';
export interface CourseRunEnlarged {
  courseRunId: string;
}

/** A run will not take place: its learners must be notified. */
export const courseRunCancelled = 'courses.run_cancelled';
export interface CourseRunCancelled {
  courseRunId: string;
}

/**
 * The office changed the required share of a film, or lets the digest count: people who now meet the rule complete the
 * lesson.
 */
export const filmRulesChanged = 'courses.film_rules_changed';
export interface FilmRulesChanged {
  courseId: string;
}
