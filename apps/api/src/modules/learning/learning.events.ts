/** A lesson was completed for the first time: watched far enough, read, or its quiz passed. */
export const lessonCompleted = 'learning.lesson_completed';
export interface LessonCompleted {
  enrolmentId: string;
  lessonId: string;
  personId: string;
}
