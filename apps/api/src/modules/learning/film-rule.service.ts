import { Injectable } from '@nestjs/common';

import { CoursesOutlineReader, type RunOutline } from '../courses/index.js';
import { EnrolmentReader, type EnrolmentFacts } from '../enrolment/index.js';
import { VideoReader, WatchReader, watchOf, type Watched } from '../video/index.js';
import { isFilmDone } from './film-rule.policy.js';
import { LearningRepository } from './learning.repository.js';
import { LessonCompletionService } from './lesson-completion.service.js';

/** A video lesson of a person: whether it is done by the rule, and whether only because of a group viewing. */
interface JudgedLesson {
  enrolment: EnrolmentFacts;
  lessonId: string;
  done: boolean;
  byViewing: boolean;
}

/**
 * Re-evaluates video lessons after changes outside the player: the rules of a course, a group viewing. Stricter rules
 * revoke nothing.
 */
@Injectable()
export class FilmRuleService {
  constructor(
    private readonly enrolments: EnrolmentReader,
    private readonly outlines: CoursesOutlineReader,
    private readonly videos: VideoReader,
    private readonly watched: WatchReader,
    private readonly progress: LearningRepository,
    private readonly completion: LessonCompletionService,
  ) {}

  /** Completes the lessons of the runs that are done under less strict rules. */
  async completeOfRuns(courseRunIds: readonly string[]): Promise<void> {
    const enrolments = await Promise.all(courseRunIds.map((id) => this.enrolments.listLearningOfRun(id)));
    await this.completeDone(await this.judge(enrolments.flat(), null));
  }

  /** A person was credited with a whole film. */
  async onCreditGranted(personId: string, videoId: string): Promise<void> {
    await this.completeDone(await this.judgeOf(personId, videoId));
  }

  /**
   * A credit was revoked: lessons done only because of it are reopened, unless the film was watched meanwhile. A
   * completed course stays completed: the certificate's content was decided when it was issued.
   */
  async onCreditRevoked(personId: string, videoId: string): Promise<void> {
    for (const { enrolment, lessonId, done } of await this.judgeOf(personId, videoId)) {
      if (done || enrolment.status === 'completed') continue;
      await this.progress.reopenAfterViewing(enrolment.enrolmentId, lessonId);
    }
  }

  private async judgeOf(personId: string, videoId: string): Promise<JudgedLesson[]> {
    const [enrolments, family] = await Promise.all([
      this.enrolments.listLearningOfPerson(personId),
      this.videos.familyOf(videoId),
    ]);
    return this.judge(enrolments, family);
  }

  /** @param videoIds only lessons on these films; null for all */
  private async judge(
    enrolments: readonly EnrolmentFacts[],
    videoIds: readonly string[] | null,
  ): Promise<JudgedLesson[]> {
    const outlines = await this.outlines.outlinesOf(enrolments.map(({ courseRunId }) => courseRunId));
    const lessons = (outline: RunOutline | undefined) =>
      (outline?.lessons ?? []).filter(
        ({ videoId }) => videoId !== null && (videoIds === null || videoIds.includes(videoId)),
      );
    const films = [...outlines.values()].flatMap(lessons).flatMap(({ videoId }) => videoId ?? []);
    const people = [...new Set(enrolments.map(({ personId }) => personId))];
    const watched = groupedByPerson(await this.watched.listWatched(people, [...new Set(films)]));
    return enrolments.flatMap((enrolment) => {
      const outline = outlines.get(enrolment.courseRunId);
      const own = watched.get(enrolment.personId) ?? [];
      return lessons(outline).map(({ lessonId, videoId, thresholdPercent }) => {
        const judgeBy = (mayBeViewed: boolean) =>
          isFilmDone({
            long: find(own, (one) => one.videoId === videoId, thresholdPercent, mayBeViewed),
            digest: find(own, (one) => one.digestOf === videoId, thresholdPercent, mayBeViewed),
            digestCounts: outline?.digestCounts ?? false,
          });
        return { enrolment, lessonId, done: judgeBy(true), byViewing: !judgeBy(false) };
      });
    });
  }

  private async completeDone(lessons: readonly JudgedLesson[]): Promise<void> {
    for (const { enrolment, lessonId, done, byViewing } of lessons) {
      const { personId, enrolmentId } = enrolment;
      if (done) await this.completion.complete(personId, enrolmentId, lessonId, byViewing);
    }
  }
}

function groupedByPerson(watched: readonly Watched[]): Map<string, Watched[]> {
  const grouped = new Map<string, Watched[]>();
  for (const one of watched) grouped.set(one.personId, [...(grouped.get(one.personId) ?? []), one]);
  return grouped;
}

function find(
  watched: readonly Watched[],
  which: (one: Watched) => boolean,
  thresholdPercent: number | null,
  mayBeViewed: boolean,
) {
  const found = watched.find(which);
  return found ? watchOf(mayBeViewed ? found : { ...found, groupViewing: null }, thresholdPercent) : null;
}
