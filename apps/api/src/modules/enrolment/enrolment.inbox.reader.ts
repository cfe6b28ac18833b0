import { comparableText, phoneDigits } from '@kizuna/shared/rules/text';
import type {
  AccommodationWish,
  ApplicationChannel,
  EnrolmentStatus,
} from '@kizuna/shared/vocabulary/enrolment';
import type { ApplicationId, CourseRunId, EnrolmentId, PersonId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import type { GivenDetails } from './application.entity.js';
import { waitingPosition } from './enrolment.reader.js';

/** One application as shown in the inbox. */
export interface InboxRow {
  applicationId: ApplicationId;
  enrolmentId: EnrolmentId;
  personId: PersonId;
  receptionNumber: string;
  courseRunId: CourseRunId;
  channel: ApplicationChannel;
  status: EnrolmentStatus;
  waitingPosition: number | null;
  appliedAt: Date;
  given: GivenDetails;
  wishes: AccommodationWish[];
  wishNote: string | null;
}

/** An inbox row with the fields shown only on its own page. */
export interface ApplicationDetail extends InboxRow {
  applicantIs: 'self' | 'family' | 'other';
  proxyName: string | null;
  guardianName: string | null;
  replyBy: 'mail' | 'letter';
  officeNote: string | null;
}

export interface InboxFilter {
  q: string | null;
  courseRunId: string | null;
  channel: ApplicationChannel | null;
  personId: string | null;
}

const columns = `a.id AS "applicationId", e.id AS "enrolmentId", e.person_id AS "personId",
  a.reception_number AS "receptionNumber", e.course_run_id AS "courseRunId", a.channel, e.status, ${waitingPosition},
  a.applied_at AS "appliedAt", a.given, a.wishes, a.wish_note AS "wishNote"`;
const tables = 'applications a JOIN enrolments e ON e.application_id = a.id';

/** Turns search terms into LIKE patterns on `search_text`; a number with hyphens is a phone or a reception number. */
function patternsOf(q: string | null): string[] {
  const words = (q ?? '').normalize('NFKC').split(/\s+/);
  return words
    .map((word) => (/^[\d()+-]+$/.test(word) ? phoneDigits(word) : comparableText(word)))
    .filter((word) => word !== '')
    .slice(0, 6)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}

/** Reads the rows of the inbox. */
@Injectable()
export class EnrolmentInboxReader {
  constructor(private readonly sql: Sql) {}

  list(
    asked: InboxFilter & {
      status: EnrolmentStatus | null;
      after: readonly [appliedAt: string, id: string] | null;
      limit: number;
    },
  ): Promise<InboxRow[]> {
    const { where, params } = conditions(asked);
    const add = (value: unknown) => `$${params.push(value)}`;
    if (asked.status) where.push(`e.status = ${add(asked.status)}`);
    if (asked.after) {
      where.push(
        `(a.applied_at, a.id) < (${add(asked.after[0])}::timestamptz, ${add(asked.after[1])}::uuid)`,
      );
    }
    return this.sql.query<InboxRow>(
      `SELECT ${columns} FROM ${tables} ${whereOf(where)}
       ORDER BY a.applied_at DESC, a.id DESC LIMIT ${add(asked.limit)}`,
      params,
    );
  }

  /** The applications of one person, newest first. */
  listOfPerson(personId: string, limit: number): Promise<InboxRow[]> {
    return this.sql.query<InboxRow>(
      `SELECT ${columns} FROM ${tables} WHERE e.person_id = $1 ORDER BY a.applied_at DESC, a.id DESC LIMIT $2`,
      [personId, limit],
    );
  }

  async countByStatus(filter: InboxFilter): Promise<Record<string, number>> {
    const { where, params } = conditions(filter);
    const rows = await this.sql.query<{ status: EnrolmentStatus; count: number }>(
      `SELECT e.status, count(*)::int AS count FROM ${tables} ${whereOf(where)} GROUP BY e.status`,
      params,
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }

  /** Some applications by id; unknown ids are left out. */
  findMany(applicationIds: readonly string[]): Promise<ApplicationDetail[]> {
    return this.sql.query<ApplicationDetail>(
      `SELECT ${columns}, a.applicant_is AS "applicantIs", a.proxy_name AS "proxyName",
         a.guardian_name AS "guardianName", a.reply_by AS "replyBy", a.office_note AS "officeNote"
       FROM ${tables} WHERE a.id = ANY($1::uuid[])`,
      [applicationIds],
    );
  }
}

function conditions(filter: InboxFilter): { where: string[]; params: unknown[] } {
  const params: unknown[] = [];
  const add = (value: unknown) => `$${params.push(value)}`;
  const where = patternsOf(filter.q).map((pattern) => `a.search_text LIKE ${add(pattern)}`);
  if (filter.courseRunId) where.push(`a.course_run_id = ${add(filter.courseRunId)}`);
  if (filter.channel) where.push(`a.channel = ${add(filter.channel)}`);
  if (filter.personId) where.push(`e.person_id = ${add(filter.personId)}`);
  return { where, params };
}

function whereOf(where: readonly string[]): string {
  return where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
}
