/** A run got more seats: whoever waits may move up. */
export const courseRunEnlarged = 'courses.run_enlarged';
export interface CourseRunEnlarged {
  courseRunId: string;
}

/** A run will not take place: everybody in it has to be told. */
export const courseRunCancelled = 'courses.run_cancelled';
export interface CourseRunCancelled {
  courseRunId: string;
}

/** The office asks for another share of a film, or lets the digest count: who already has enough is done. */
export const filmRulesChanged = 'courses.film_rules_changed';
export interface FilmRulesChanged {
  courseId: string;
}
