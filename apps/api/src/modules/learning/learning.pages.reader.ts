import type { LearningCourseView, LearningHome, LearningLessonView } from '@kizuna/shared/contracts/learning';
import type { LessonView } from '@kizuna/shared/contracts/courses';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { AssessmentReader } from '../assessment/index.js';
import { CoursesOutlineReader, toClassSessionView, type RunOutline } from '../courses/index.js';
import { EnrolmentReader } from '../enrolment/index.js';
import { MaterialsReader } from '../materials/index.js';
import { WatchReader } from '../video/index.js';
import { LearningAccessService, type OpenLesson } from './learning.access.service.js';
import {
  toLearningCourse,
  toLearningHome,
  toLessonProgress,
  watchByVideo,
  type WatchByVideo,
} from './learning.mapper.js';
import { mayLearn } from './learning.next-step.policy.js';
import { byLesson } from './learning.progress.policy.js';
import { LearningRepository } from './learning.repository.js';

/** The learner's pages. They are read all day, so each queries every table once. */
@Injectable()
export class LearningPagesReader {
  constructor(
    private readonly access: LearningAccessService,
    private readonly enrolments: EnrolmentReader,
    private readonly outlines: CoursesOutlineReader,
    private readonly progress: LearningRepository,
    private readonly videos: WatchReader,
    private readonly materials: MaterialsReader,
    private readonly quizzes: AssessmentReader,
    private readonly clock: Clock,
  ) {}

  /** All enrolments of the signed-in person, newest first. */
  async home(actor: Actor): Promise<LearningHome> {
    const { personId } = personOf(actor);
    const all = await this.enrolments.listOfPerson(personId);
    const learning = all.filter(({ status }) => mayLearn(status));
    const [outlines, progress] = await Promise.all([
      this.outlines.outlinesOf(all.map(({ courseRunId }) => courseRunId)),
      learning.length === 0 ? [] : this.progress.listOf(learning.map(({ enrolmentId }) => enrolmentId)),
    ]);
    const watched = await this.watchedBy(personId, [...outlines.values()]);
    return toLearningHome(all, outlines, { progress, watched, now: this.clock.now() });
  }

  /** The actor's own course with all its lessons. @throws DomainError platform.not_found */
  async course(actor: Actor, enrolmentId: string): Promise<LearningCourseView> {
    const [{ enrolment, outline }, progress] = await Promise.all([
      this.access.getOwn(actor, enrolmentId),
      this.progress.listOf([enrolmentId]),
    ]);
    const watched = await this.watchedBy(enrolment.personId, [outline]);
    return toLearningCourse(enrolment, outline, { progress, watched, now: this.clock.now() });
  }

  /**
   * One lesson with its content; a film's transcript in the requested language.
   * @throws DomainError platform.not_found, learning.not_open_yet
   */
  async lesson(
    actor: Actor,
    enrolmentId: string,
    lessonId: string,
    language?: CaptionLanguage,
  ): Promise<LearningLessonView> {
    const [open, rows] = await Promise.all([
      this.access.openLesson(actor, enrolmentId, lessonId),
      this.progress.listOf([enrolmentId]),
    ]);
    const { lesson, outline, enrolment } = open;
    const content = await this.contentOf(open, language);
    const at = outline.lessons.indexOf(lesson);
    return {
      enrolmentId: enrolment.enrolmentId,
      courseTitle: outline.courseTitle,
      courseSlug: outline.courseSlug,
      progress: toLessonProgress(
        lesson,
        byLesson(rows, enrolmentId).get(lessonId),
        content.watch ?? undefined,
      ),
      ...content,
      classSessions: outline.classSessions.filter((day) => day.lessonId === lessonId).map(toClassSessionView),
      previousLessonId: outline.lessons[at - 1]?.lessonId ?? null,
      nextLessonId: outline.lessons[at + 1]?.lessonId ?? null,
    };
  }

  private async contentOf({ lesson, enrolment, outline }: OpenLesson, language?: CaptionLanguage) {
    const { personId, enrolmentId } = enrolment;
    const nothing: Pick<LearningLessonView, 'video' | 'watch' | 'digest' | 'material' | 'quiz'> = {
      video: null,
      watch: null,
      digest: null,
      material: null,
      quiz: null,
    };
    if (lesson.videoId) {
      const films = await this.videos.getLessonFilms(
        personId,
        lesson.videoId,
        lesson.thresholdPercent,
        language,
      );
      const digest = films.digest && { ...films.digest, counts: outline.digestCounts };
      return { ...nothing, ...films.film, digest };
    }
    if (lesson.materialId)
      return { ...nothing, material: await this.materials.getMaterialFor(personId, lesson.materialId) };
    if (!lesson.quizId) return nothing;
    const context = { personId, enrolmentId, lessonId: lesson.lessonId };
    return { ...nothing, quiz: await this.quizzes.getLessonQuiz(lesson.quizId, context) };
  }

  private async watchedBy(personId: string, outlines: readonly RunOutline[]): Promise<WatchByVideo> {
    const watched = await this.videos.listWatched(
      [personId],
      videoIdsOf(outlines.flatMap(({ lessons }) => lessons)),
    );
    return watchByVideo(watched);
  }
}

/** The films of the lessons, without duplicates. */
export function videoIdsOf(lessons: readonly Pick<LessonView, 'videoId'>[]): string[] {
  return [...new Set(lessons.flatMap(({ videoId }) => videoId ?? []))];
}
