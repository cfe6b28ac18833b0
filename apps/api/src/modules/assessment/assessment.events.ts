/** An attempt was graded and reached the pass mark. */
export const quizPassed = 'assessment.quiz_passed';
export interface QuizPassed {
  attemptId: string;
  quizId: string;
  personId: string;
  enrolmentId: string;
  lessonId: string;
  scorePercent: number;
}
