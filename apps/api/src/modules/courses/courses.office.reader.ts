import type { CourseRunAdminView, CourseRunListQuery, CourseRunPage } from '@kizuna/shared/contracts/courses';
import type { PersonId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { decodeCursor, pageFrom } from '../../platform/paging/index.js';
import { PeopleReader } from '../people/index.js';
import { ClassSessionsReader } from './class-sessions.reader.js';
import { toCourseRunView } from './courses.mapper.js';
import { CoursesReader } from './courses.reader.js';

/** Course runs for the office, including drafts. */
@Injectable()
export class CoursesOfficeReader {
  constructor(
    private readonly courses: CoursesReader,
    private readonly sessions: ClassSessionsReader,
    private readonly people: PeopleReader,
    private readonly clock: Clock,
  ) {}

  async listRuns(query: CourseRunListQuery): Promise<CourseRunPage> {
    const now = this.clock.now();
    const rows = await this.courses.listRuns({
      q: query.q || null,
      fiscalYear: query.fiscalYear ?? null,
      after: decodeCursor<[string, string]>(query.cursor, 2) ?? null,
      limit: query.limit + 1,
    });
    const page = pageFrom(rows, query.limit, (row) => [row.closesAt.toISOString(), row.courseRunId]);
    return {
      items: page.rows.map((row) => ({ ...toCourseRunView(row, now), taken: row.taken })),
      nextCursor: page.nextCursor,
    };
  }

  /** @throws DomainError platform.not_found */
  async getRun(courseRunId: string): Promise<CourseRunAdminView> {
    const run = await this.courses.findRun(courseRunId);
    if (!run) throw new DomainError('platform.not_found');
    const [lessons, instructorIds] = await Promise.all([
      this.courses.listLessons(run.courseId),
      this.sessions.instructorIdsOf(courseRunId),
    ]);
    const people = await this.people.findPeople(instructorIds);
    return {
      ...toCourseRunView(run, this.clock.now()),
      taken: run.taken,
      trainingDayLessons: lessons.filter(({ kind }) => kind === 'training_day'),
      instructors: instructorIds.map((id) => ({
        personId: id as PersonId,
        name: people.get(id)?.name ?? '',
      })),
    };
  }
}
