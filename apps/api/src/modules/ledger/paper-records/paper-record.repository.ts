import { Injectable } from '@nestjs/common';

import { mapConstraint, Sql } from '../../../platform/database/index.js';
import { PaperRecordEntity } from './paper-record.entity.js';
import type { NumberedCourse } from './paper-record.policy.js';

mapConstraint('uq_paper_records_line_version', 'ledger.paper_corrected_meanwhile');
mapConstraint('fk_paper_records_person_id', 'ledger.paper_person_unknown', 'personId');

/** Where a line's number counts: a course and year in the system, or an old course. */
export type NumberPlace = Pick<
  PaperRecordEntity,
  'courseId' | 'courseTitle' | 'fiscalYear' | 'numberKey' | 'serial'
>;

const newest =
  'NOT EXISTS (SELECT FROM paper_records n WHERE n.line_id = p.line_id AND n.version > p.version)';

/** Queries on `paper_records`, and on the number counters where papers precede the system's own certificates. */
@Injectable()
export class PaperRecordRepository {
  constructor(private readonly sql: Sql) {}

  /**
   * Serialises transcribing and issuing in these courses and years, and raises the counters so that the system's
   * numbers continue after the paper's. Always locks in the same order, to prevent deadlocks.
   */
  async lockNumbers(places: readonly NumberPlace[]): Promise<void> {
    await this.sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('paper_records', 1))`);
    const highest = new Map<string, NumberPlace>();
    for (const place of places) {
      const key = `${place.courseId}:${place.fiscalYear}`;
      if (place.courseId === null || place.serial === null) continue;
      if (place.serial > (highest.get(key)?.serial ?? 0)) highest.set(key, place);
    }
    for (const [key, { courseId, fiscalYear, serial }] of [...highest].toSorted(([a], [b]) =>
      a < b ? -1 : 1,
    )) {
      await this.sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [key]);
      await this.sql.query(
        `INSERT INTO certificate_counters (course_id, fiscal_year, last_serial) VALUES ($1, $2, $3)
         ON CONFLICT ON CONSTRAINT pk_certificate_counters
         DO UPDATE SET last_serial = greatest(certificate_counters.last_serial, EXCLUDED.last_serial)`,
        [courseId, fiscalYear, serial],
      );
    }
  }

  /**
   * Which of these numbers are already in the ledger, by their index in the list; lines of `exceptLine` do not count.
   */
  async takenAmong(
    places: readonly NumberPlace[],
    exceptLine: string | null,
  ): Promise<{ at: number; number: string }[]> {
    return this.sql.query(
      `WITH asked AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS a
         (at int, course_id uuid, course_title text, fiscal_year int, number_key text, serial int))
       SELECT DISTINCT ON (a.at) a.at, t.number FROM asked a JOIN (
         SELECT c.course_id, c.course_title, c.fiscal_year, c.number_key, c.serial, c.number FROM certificates c
         UNION ALL SELECT p.course_id, p.course_title, p.fiscal_year, p.number_key, p.serial, p.number
         FROM paper_records p WHERE NOT p.struck AND p.line_id IS DISTINCT FROM $2::uuid AND ${newest}
       ) t ON t.fiscal_year = a.fiscal_year AND CASE WHEN a.course_id IS NULL
           THEN t.course_title = a.course_title AND t.number_key = a.number_key
           ELSE t.course_id = a.course_id AND (t.number_key = a.number_key OR t.serial = a.serial) END
       ORDER BY a.at`,
      [JSON.stringify(places.map((place, at) => toAsked(place, at))), exceptLine],
    );
  }

  async insert(rows: readonly PaperRecordEntity[]): Promise<void> {
    // The chain's entries follow the order of the rows
    for (const row of rows) await this.sql.insert(PaperRecordEntity, row);
  }

  /** The newest version of the line that the given version belongs to. */
  async findNewest(id: string): Promise<PaperRecordEntity | null> {
    const [row] = await this.sql.query<{ id: string }>(
      `SELECT p.id FROM paper_records p WHERE ${newest}
         AND p.line_id = (SELECT line_id FROM paper_records WHERE id = $1)`,
      [id],
    );
    return row ? this.sql.findOne(PaperRecordEntity, { id: row.id }) : null;
  }

  /** Every course with its own certificates. */
  async courses(): Promise<NumberedCourse[]> {
    return this.sql.query(
      `SELECT c.id AS "courseId", c.title, w.number_label AS "numberLabel"
       FROM courses c JOIN certificate_wordings w ON w.course_id = c.id ORDER BY c.id`,
    );
  }

  /** The last number given in each of these courses and years. */
  async counters(): Promise<{ courseId: string; fiscalYear: number; lastSerial: number }[]> {
    return this.sql.query(
      `SELECT course_id AS "courseId", fiscal_year AS "fiscalYear", last_serial AS "lastSerial" FROM certificate_counters`,
    );
  }
}

function toAsked(place: NumberPlace, at: number) {
  const { courseId, courseTitle, fiscalYear, numberKey, serial } = place;
  return {
    at,
    course_id: courseId,
    course_title: courseTitle,
    fiscal_year: fiscalYear,
    number_key: numberKey,
    serial,
  };
}
