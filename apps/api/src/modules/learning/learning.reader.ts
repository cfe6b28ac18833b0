import type { RunProgressList, RunProgressRow } from '@kizuna/shared/contracts/learning';
import { comparableKana } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { may, personOf, type Actor } from '../../platform/auth/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { ClassSessionsReader, CoursesOutlineReader, type RunOutline } from '../courses/index.js';
import { EnrolmentReader, type EnrolmentFacts } from '../enrolment/index.js';
import { PeopleReader, type PersonRecord } from '../people/index.js';
import { WatchReader, watchOf, type Watched } from '../video/index.js';
import { shownPercent } from './learning.mapper.js';
import { videoIdsOf } from './learning.pages.reader.js';
import {
  bestQuizPercentOf,
  requiredOnScreen,
  watchedPercentOf,
  type Progress,
  type ProgressRow,
} from './learning.progress.policy.js';
import { LearningRepository } from './learning.repository.js';

/** Learning as read by higher modules and staff: sets of enrolments, a fixed number of queries. */
@Injectable()
export class LearningReader {
  constructor(
    private readonly enrolments: EnrolmentReader,
    private readonly outlines: CoursesOutlineReader,
    private readonly days: ClassSessionsReader,
    private readonly people: PeopleReader,
    private readonly videos: WatchReader,
    private readonly progress: LearningRepository,
  ) {}

  /**
   * The progress of everybody in a run, in kana order.
   * @throws DomainError platform.not_found for an unknown run, and for an instructor of other runs
   */
  async runProgress(actor: Actor, courseRunId: string): Promise<RunProgressList> {
    const allowed =
      may(actor, 'run.read') || (await this.days.teaches(personOf(actor).personId, courseRunId));
    const outline = allowed ? (await this.outlines.outlinesOf([courseRunId])).get(courseRunId) : undefined;
    if (!outline) throw new DomainError('platform.not_found');
    const enrolments = await this.enrolments.listLearningOfRun(courseRunId);
    const personIds = enrolments.map(({ personId }) => personId);
    const [people, rows, watched] = await Promise.all([
      this.people.findPeople(personIds),
      this.progress.listOf(enrolments.map(({ enrolmentId }) => enrolmentId)),
      this.videos.listWatched(personIds, videoIdsOf(outline.lessons)),
    ]);
    const progress = byEnrolment(rows);
    const films = new Map(watched.map((one) => [`${one.personId} ${one.videoId}`, one]));
    const items = enrolments.flatMap((enrolment) => {
      const person = people.get(enrolment.personId);
      const own = progress.get(enrolment.enrolmentId) ?? new Map<string, Progress>();
      return person ? [toRow(enrolment, person, outline, own, films)] : [];
    });
    const keys = new Map(items.map((item) => [item, comparableKana(item.kana)]));
    return {
      courseTitle: outline.courseTitle,
      runName: outline.runName,
      items: items.toSorted((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1)),
    };
  }
}

function byEnrolment(rows: readonly ProgressRow[]): Map<string, Map<string, Progress>> {
  const grouped = new Map<string, Map<string, Progress>>();
  for (const row of rows) {
    const own = grouped.get(row.enrolmentId) ?? new Map<string, Progress>();
    grouped.set(row.enrolmentId, own.set(row.lessonId, row));
  }
  return grouped;
}

/** The threshold of a lesson does not affect how much of a film was watched. */
function percentOf(film: Watched | undefined): number | undefined {
  return film ? (shownPercent(watchOf(film, null)) ?? undefined) : undefined;
}

function toRow(
  enrolment: EnrolmentFacts,
  person: Pick<PersonRecord, 'name' | 'kana'>,
  outline: RunOutline,
  progress: ReadonlyMap<string, Progress>,
  films: ReadonlyMap<string, Watched>,
): RunProgressRow {
  const filmOf = (videoId: string) => films.get(`${enrolment.personId} ${videoId}`);
  const times = [
    ...[...progress.values()].map(({ lastActiveAt }) => lastActiveAt.getTime()),
    ...videoIdsOf(outline.lessons).map((videoId) => filmOf(videoId)?.lastReportAt?.getTime() ?? 0),
  ];
  const lastActive = Math.max(0, ...times);
  return {
    enrolmentId: enrolment.enrolmentId,
    personId: enrolment.personId,
    name: person.name,
    kana: person.kana,
    status: enrolment.status,
    ...requiredOnScreen(outline.lessons, progress),
    bestQuizPercent: bestQuizPercentOf(outline.lessons, progress),
    watchedPercent: watchedPercentOf(outline.lessons, (videoId) => percentOf(filmOf(videoId))),
    lastActiveAt: lastActive === 0 ? null : new Date(lastActive).toISOString(),
  };
}
