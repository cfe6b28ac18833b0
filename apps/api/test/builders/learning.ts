import { AssessmentCatalogueService, type QuizImport } from '../../src/modules/assessment/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import { Ids } from '../../src/platform/ids/ids.js';
import type { TestApi } from '../support/api.js';
import { aCourse, type BuiltCourse } from './course-run.js';
import { aFilm } from './film.js';

export interface LearningCourse extends BuiltCourse {
  videoId: string;
  quizId: string;
  videoLessonId: string;
  quizLessonId: string;
}

let number = 0;

/** A quiz of `questions` single choices and one multiple one; `a` is right, and `a` and `c` of the multiple one. */
export function aQuiz(change: Partial<QuizImport> = {}, questions = 9): QuizImport {
  number += 1;
  const choices = (correct: string) =>
    ['a', 'b', 'c', 'd'].map((key) => ({ key, text: `選択肢 ${key}`, correct: correct.includes(key) }));
  const singles = Array.from({ length: questions }, (_, index) => ({
    key: `q${index + 1}`,
    kind: 'single' as const,
    text: `設問 ${index + 1}`,
    choices: choices('a'),
    explanation: `解説 ${index + 1}`,
  }));
  const multiple = {
    key: 'multiple',
    kind: 'multiple' as const,
    text: 'すべて選んでください',
    choices: choices('ac'),
    explanation: '解説',
  };
  return {
    key: `quiz-${number}`,
    title: '確認テスト',
    passPercent: 70,
    maxAttempts: null,
    questions: [...singles, multiple],
    ...change,
  };
}

/** Takes a quiz into the question bank. */
export function importQuiz(api: TestApi, quiz: QuizImport): Promise<string> {
  return api.get(Transactions).run(() => api.get(AssessmentCatalogueService).importQuiz(quiz));
}

/** A course with a material, a training day, a film of 100 s and a quiz, in this order. */
export async function aLearningCourse(
  api: TestApi,
  options: { quiz?: QuizImport; trainingDays?: number; durationMs?: number; digestMs?: number } = {},
): Promise<LearningCourse> {
  const course = await aCourse(api, { trainingDays: options.trainingDays ?? 1 });
  const { durationMs = 100_000, digestMs } = options;
  const videoId = await aFilm(api, { durationMs, ...(digestMs ? { digestMs } : {}) });
  const quizId = await importQuiz(api, options.quiz ?? aQuiz());
  const lesson = async (position: number, kind: string, title: string, column: string, contentId: string) => {
    const id = api.get(Ids).next();
    await api.write(
      `INSERT INTO lessons (id, course_id, position, kind, title, summary, minutes, required, ${column})
       VALUES ($1, $2, $3, $4, $5, '', 7, true, $6)`,
      [id, course.courseId, position, kind, title, contentId],
    );
    return id;
  };
  const videoLessonId = await lesson(100, 'video', '絆プロジェクト', 'video_id', videoId);
  const quizLessonId = await lesson(101, 'quiz', '確認テスト', 'quiz_id', quizId);
  return { ...course, videoId, quizId, videoLessonId, quizLessonId };
}
