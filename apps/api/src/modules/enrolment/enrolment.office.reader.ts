import type {
  ApplicationListQuery,
  ApplicationPage,
  ApplicationRow,
  ApplicationView,
  DuplicateList,
  DuplicateQuery,
} from '@kizuna/shared/contracts/enrolment';
import { ageOn, civilDateOf } from '@kizuna/shared/rules/civil-date';
import type { PersonId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { decodeCursor, pageFrom } from '../../platform/paging/index.js';
import { CoursesReader } from '../courses/index.js';
import { PeopleReader } from '../people/index.js';
import { EnrolmentInboxReader, type ApplicationDetail, type InboxRow } from './enrolment.inbox.reader.js';
import { toApplicationRow, toApplicationView } from './enrolment.mapper.js';
import { runsById } from './enrolment.reader.js';

/** The office's inbox for applications from all channels. */
@Injectable()
export class EnrolmentOfficeReader {
  constructor(
    private readonly inbox: EnrolmentInboxReader,
    private readonly courses: CoursesReader,
    private readonly people: PeopleReader,
    private readonly clock: Clock,
  ) {}

  async listApplications(query: ApplicationListQuery): Promise<ApplicationPage> {
    const after = decodeCursor<[string, string]>(query.cursor, 2) ?? null;
    const filter = {
      q: query.q || null,
      courseRunId: query.courseRunId ?? null,
      channel: query.channel ?? null,
      personId: query.personId ?? null,
    };
    const [rows, countsByStatus] = await Promise.all([
      this.inbox.list({ ...filter, status: query.status ?? null, after, limit: query.limit + 1 }),
      this.inbox.countByStatus(filter),
    ]);
    const page = pageFrom(rows, query.limit, (row) => [row.appliedAt.toISOString(), row.applicationId]);
    const counts = query.status ? [countsByStatus[query.status] ?? 0] : Object.values(countsByStatus);
    return {
      items: await this.toRows(page.rows),
      nextCursor: page.nextCursor,
      total: counts.reduce((sum, count) => sum + count, 0),
      countsByStatus,
    };
  }

  /** @throws DomainError platform.not_found */
  async getApplication(applicationId: string): Promise<ApplicationView> {
    const [view] = await this.getApplications([applicationId]);
    return view!;
  }

  /** Several in the order of the ids. @throws DomainError platform.not_found where one of them is unknown */
  async getApplications(applicationIds: readonly string[]): Promise<ApplicationView[]> {
    if (applicationIds.length === 0) return [];
    const found = await this.inbox.findMany(applicationIds);
    const details = new Map<string, ApplicationDetail>(found.map((one) => [one.applicationId, one]));
    const [rows, people] = await Promise.all([
      this.toRows(found),
      this.people.findPeople(found.map(({ personId }) => personId)),
    ]);
    const rowOf = new Map<string, ApplicationRow>(rows.map((row) => [row.applicationId, row]));
    const today = civilDateOf(this.clock.now());
    return applicationIds.map((id) => {
      const detail = details.get(id);
      const person = detail && people.get(detail.personId);
      if (!person) throw new DomainError('platform.not_found');
      return toApplicationView(rowOf.get(id)!, detail, person, ageOn(detail.given.bornOn, today));
    });
  }

  /** A person's applications, newest first; at most 100. */
  async listOfPerson(personId: string): Promise<ApplicationRow[]> {
    return this.toRows(await this.inbox.listOfPerson(personId, 100));
  }

  /** Possible duplicates of a caller: same reading or same number. */
  async listDuplicates(query: DuplicateQuery): Promise<DuplicateList> {
    const similar = await this.people.findSimilar(query);
    return {
      items: similar.flatMap(({ personId, bornOn, sameKana, samePhone, ...person }) =>
        // Staff without a birth date have never applied and cannot be a duplicate
        bornOn === null
          ? []
          : [
              {
                ...person,
                bornOn,
                personId: personId as PersonId,
                because: [
                  ...(sameKana ? (['kana'] as const) : []),
                  ...(samePhone ? (['phone'] as const) : []),
                ],
              },
            ],
      ),
    };
  }

  private async toRows(rows: readonly InboxRow[]): Promise<ApplicationRow[]> {
    const runs = await runsById(
      this.courses,
      rows.map(({ courseRunId }) => courseRunId),
    );
    return rows.map((row) => toApplicationRow(row, runs.get(row.courseRunId)!));
  }
}
