import type { PaperRecordView } from '@kizuna/shared/contracts/ledger.paper-records';
import type { PersonId, PaperRecordId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { PeopleReader } from '../../people/index.js';

type Version = PaperRecordView['newest'];
type Row = Omit<Version, 'recordedAt' | 'recordedByName'> & {
  id: string;
  recordedAt: Date;
  recordedBy: string;
};

/** A line transcribed from paper, with all its versions. */
@Injectable()
export class PaperRecordReader {
  constructor(
    private readonly sql: Sql,
    private readonly people: PeopleReader,
  ) {}

  /** Looks up by the id of any version. @throws platform.not_found */
  async getView(id: string): Promise<PaperRecordView> {
    const rows = await this.sql.query<Row>(
      `SELECT id, version, fiscal_year AS "fiscalYear", course_id AS "courseId", course_title AS "courseTitle", number,
         name, kana, completed_on AS "completedOn", issued_on AS "issuedOn", issuer_head AS "issuerHead", note,
         person_id AS "personId", struck, reason, recorded_at AS "recordedAt", recorded_by AS "recordedBy"
       FROM paper_records WHERE line_id = (SELECT line_id FROM paper_records WHERE id = $1) ORDER BY version DESC`,
      [id],
    );
    if (rows.length === 0) throw new DomainError('platform.not_found');
    const actors = await this.people.findPeople(rows.map((row) => row.recordedBy));
    const versions = rows.map(({ id: _, recordedAt, recordedBy, ...version }) => ({
      ...version,
      recordedAt: recordedAt.toISOString(),
      recordedByName: actors.get(recordedBy)?.name ?? null,
    }));
    const newest = versions[0]!;
    return {
      paperRecordId: rows[0]!.id as PaperRecordId,
      newest,
      versions,
      candidates: await this.candidatesOf(newest),
    };
  }

  /** People with the same reading, and the linked one. */
  private async candidatesOf({ kana, personId }: Version): Promise<PaperRecordView['candidates']> {
    const similar = kana ? await this.people.findSimilar({ kana }) : [];
    const linked = personId ? await this.people.findPeople([personId]) : new Map<string, never>();
    const all = new Map([...linked.values(), ...similar].map((person) => [person.personId, person]));
    return [...all.values()].map(({ personId: each, name, kana: reading, bornOn, address }) => ({
      personId: each as PersonId,
      name,
      kana: reading,
      bornOn,
      address,
    }));
  }
}
