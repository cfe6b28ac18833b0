import type { SupporterFilter } from '@kizuna/shared/contracts/supporters';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import type {
  SupporterContact,
  SupporterReach,
  SupporterSlot,
  SupporterState,
} from '@kizuna/shared/vocabulary/supporters';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { fileNameOf, csvOf, type ExportFile } from '../../platform/csv/index.js';
import { Sql } from '../../platform/database/index.js';
import { SupportersReader } from '../supporters/index.js';
import {
  supporterContactWords,
  supporterFileName,
  supporterFilterWords,
  supporterHeadings,
  supporterReachWords,
  supporterSlotWord,
  supporterStateWords,
} from './reporting.supporters.template.js';

interface SupporterRow {
  number: string | null;
  state: SupporterState;
  appliedAt: Date;
  confirmedOn: string | null;
  validUntil: string | null;
  name: string;
  kana: string;
  phone: string | null;
  email: string | null;
  address: string;
  area: string | null;
  districtName: string | null;
  activities: string[];
  slots: SupporterSlot[];
  reach: SupporterReach;
  districts: string[];
  contactBy: SupporterContact;
  note: string | null;
  leaveFrom: string | null;
  leaveUntil: string | null;
  endedOn: string | null;
  pledgeVersion: number | null;
  partners: string[];
}

const select = `SELECT number, state, applied_at AS "appliedAt", confirmed_on::text AS "confirmedOn",
    valid_until::text AS "validUntil", name, kana, phone, email, address, area, district_name AS "districtName",
    activities, slots, reach, districts, contact_by AS "contactBy", note, leave_from::text AS "leaveFrom",
    leave_until::text AS "leaveUntil", ended_on::text AS "endedOn", pledge_version AS "pledgeVersion", partners
  FROM report_supporters`;

/** Everyone who is or was registered, for Excel. Emergency contacts are excluded: they do not belong in lists. */
@Injectable()
export class ReportingSupportersExportsReader {
  constructor(
    private readonly sql: Sql,
    private readonly supporters: SupportersReader,
    private readonly clock: Clock,
  ) {}

  /** By state and kana, one row each; the file name includes the active filters. */
  async export(filter: SupporterFilter): Promise<ExportFile> {
    const rows = await this.sql.query<SupporterRow>(
      `${select} WHERE id = ANY($1::uuid[]) ORDER BY array_position(ARRAY['applied', 'active', 'on_leave', 'expired', 'ended'], state), kana_key, id`,
      [await this.supporters.idsOf(filter)],
    );
    const day = civilDateOf(this.clock.now()).replaceAll('-', '');
    const words = supporterFilterWords(filter, await this.supporters.filterNames(filter));
    return {
      name: fileNameOf(supporterFileName, words, day),
      content: csvOf(supporterHeadings, rows.map(cellsOf)),
    };
  }
}

function cellsOf(row: SupporterRow): (string | number | null)[] {
  const list = (words: readonly string[]) => words.join('・');
  return [
    row.number,
    supporterStateWords[row.state],
    row.name,
    row.kana,
    row.phone,
    row.email,
    row.address,
    row.area,
    row.districtName,
    list(row.activities),
    list(row.slots.map(supporterSlotWord)),
    supporterReachWords[row.reach],
    list(row.districts),
    supporterContactWords[row.contactBy],
    list(row.partners),
    civilDateOf(row.appliedAt),
    row.confirmedOn,
    row.validUntil,
    row.leaveFrom,
    row.leaveUntil,
    row.endedOn,
    row.pledgeVersion,
    row.note,
  ];
}
