/** An attempt was graded with the pass mark or more. */
export const quizPassed = 'assessment.quiz_passed';
export interface QuizPassed {
  attemptId: string;
  quizId: string;
  personId: string;
  enrolmentId: string;
  lessonId: string;
  scorePercent: number;
}
