import type { ExportQuery } from '@kizuna/shared/contracts/reporting';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import type {
  AccommodationWish,
  ApplicationChannel,
  EnrolmentStatus,
} from '@kizuna/shared/vocabulary/enrolment';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { csvOf, type ExportFile } from '../../platform/csv/index.js';
import { Sql } from '../../platform/database/index.js';
import { ReportingReader } from './reporting.reader.js';
import {
  channelWords,
  fileNames,
  headings,
  missingWords,
  replyWords,
  statusWords,
  wishWords,
} from './reporting.templates.js';

interface ApplicationRow {
  receptionNumber: string;
  appliedAt: Date;
  channel: ApplicationChannel;
  courseTitle: string;
  runName: string;
  status: EnrolmentStatus;
  waitingPosition: number | null;
  name: string;
  kana: string;
  bornOn: string | null;
  phone: string | null;
  email: string | null;
  postalCode: string | null;
  address: string;
  area: string | null;
  districtName: string | null;
  wishes: AccommodationWish[];
  replyBy: 'mail' | 'letter';
}

const selectApplications = `
  SELECT reception_number AS "receptionNumber", applied_at AS "appliedAt", channel, course_title AS "courseTitle",
    run_name AS "runName", status, waiting_position AS "waitingPosition", name, kana, born_on::text AS "bornOn", phone,
    email, postal_code AS "postalCode", address, area, district_name AS "districtName", wishes, reply_by AS "replyBy"
  FROM report_applications
  WHERE ($1::uuid IS NULL OR course_run_id = $1) AND ($2::int IS NULL OR fiscal_year = $2)`;

/** Lists for Excel. */
@Injectable()
export class ReportingExportsReader {
  constructor(
    private readonly sql: Sql,
    private readonly reporting: ReportingReader,
    private readonly clock: Clock,
  ) {}

  /** Every application in order of arrival. */
  async applications(q: ExportQuery): Promise<ExportFile> {
    const rows = await this.readApplications(q, 'ORDER BY applied_at, reception_number');
    const cells = rows.map((row) => [
      row.receptionNumber,
      civilDateOf(row.appliedAt),
      channelWords[row.channel],
      row.courseTitle,
      row.runName,
      statusWords[row.status],
      row.waitingPosition,
      row.name,
      row.kana,
      row.bornOn,
      row.phone,
      row.email,
      row.postalCode,
      row.address,
      row.area,
      row.districtName,
      row.wishes.map((wish) => wishWords[wish]).join('・'),
      replyWords[row.replyBy],
    ]);
    return this.fileOf('applications', cells);
  }

  /** The participants by kana, as in a paper roster. */
  async roster(q: ExportQuery): Promise<ExportFile> {
    const rows = await this.readApplications(
      q,
      `AND status IN ('confirmed', 'completed') ORDER BY kana_key, enrolment_id`,
    );
    const cells = rows.map((row, index) => [
      index + 1,
      row.name,
      row.kana,
      row.phone,
      row.area,
      row.districtName,
      row.wishes.map((wish) => wishWords[wish]).join('・'),
      statusWords[row.status],
    ]);
    return this.fileOf('roster', cells);
  }

  /** The progress of everyone in a run. @throws platform.not_found without a run */
  async progress(q: ExportQuery): Promise<ExportFile> {
    const { cards } = await this.reporting.board(q.courseRunId ?? '00000000-0000-0000-0000-000000000000');
    const cells = cards.map((card) => [
      card.name,
      card.kana,
      statusWords[card.status],
      card.requiredDone,
      card.requiredTotal,
      card.bestQuizPercent,
      card.attended,
      card.complete
        ? missingWords.complete
        : card.missing.map((part) => missingWords[part.kind](part.left)).join('、'),
    ]);
    return this.fileOf('progress', cells);
  }

  private readApplications(q: ExportQuery, rest: string): Promise<ApplicationRow[]> {
    return this.sql.query<ApplicationRow>(`${selectApplications} ${rest}`, [
      q.courseRunId ?? null,
      q.fiscalYear ?? null,
    ]);
  }

  private fileOf(kind: keyof typeof headings, cells: (string | number | null)[][]): ExportFile {
    const day = civilDateOf(this.clock.now()).replaceAll('-', '');
    return { name: `${fileNames[kind]}_${day}.csv`, content: csvOf(headings[kind], cells) };
  }
}
