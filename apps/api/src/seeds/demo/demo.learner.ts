import type { AttemptView } from '@kizuna/shared/contracts/assessment';
import type { LessonView } from '@kizuna/shared/contracts/courses';
import type { LearningCourseView, LearningLessonView, PlaybackView } from '@kizuna/shared/contracts/learning';

import { courseContents } from '../content/courses.js';
import type { DemoCalendar } from './demo.calendar.js';
import type { DemoVisitor } from './demo.visitor.js';

const rightChoices = new Map(
  courseContents.flatMap(({ quizzes }) =>
    quizzes.flatMap(({ questions }) =>
      questions.map(({ key, choices }) => [key, choices.filter((c) => c.correct).map((c) => c.key)] as const),
    ),
  ),
);

/** A learner who works through lessons at a calm pace. */
export class DemoLearner {
  constructor(
    private readonly calendar: DemoCalendar,
    private readonly visitor: DemoVisitor,
    private readonly enrolmentId: string,
  ) {}

  /**
   * Does the first on-screen lessons of the course.
   * @param share how much of them, 0–1; a film in the middle is left half watched
   * @param wrongAnswers how many questions of the quiz are answered wrongly
   */
  async study(share: number, wrongAnswers = 1): Promise<void> {
    const path = `/me/enrolments/${this.enrolmentId}`;
    const { lessons } = await this.visitor.get<LearningCourseView>(path);
    const onScreen = lessons.map(({ lesson }) => lesson).filter(({ kind }) => kind !== 'training_day');
    const count = Math.round(onScreen.length * share);
    for (const lesson of onScreen.slice(0, count)) {
      await this.take(`${path}/lessons/${lesson.lessonId}`, lesson, wrongAnswers);
    }
    const next = share < 1 ? onScreen[count] : undefined;
    if (next?.kind === 'video') await this.watch(`${path}/lessons/${next.lessonId}`, 0.5);
  }

  private async take(path: string, lesson: LessonView, wrongAnswers: number): Promise<void> {
    if (lesson.kind === 'video') return this.watch(path, 1);
    this.calendar.pass(lesson.minutes);
    if (lesson.kind === 'material') await this.visitor.post(`${path}/reading`);
    if (lesson.kind === 'quiz') await this.answer(path, wrongAnswers);
  }

  private async watch(path: string, share: number): Promise<void> {
    const { video } = await this.visitor.get<LearningLessonView>(path);
    const { playbackId } = await this.visitor.post<PlaybackView>(`${path}/playbacks`, {});
    const positionMs = Math.floor((video?.durationMs ?? 0) * share);
    this.calendar.pass(Math.ceil(positionMs / 60_000));
    const report = { playbackId, sequence: 1, playedRanges: [[0, positionMs]], positionMs };
    await this.visitor.post(`${path}/watch-reports`, report);
  }

  private async answer(path: string, wrongAnswers: number): Promise<void> {
    const attempt = await this.visitor.post<AttemptView>(`${path}/attempts`);
    const answers = attempt.questions.map(({ questionKey, choices }, index) => {
      const right = rightChoices.get(questionKey) ?? [];
      const wrong = choices.filter(({ key }) => !right.includes(key)).map(({ key }) => key);
      return { questionKey, choiceKeys: index < wrongAnswers ? wrong.slice(0, 1) : right };
    });
    await this.visitor.post(`/me/attempts/${attempt.attemptId}/submission`, { answers });
  }
}
