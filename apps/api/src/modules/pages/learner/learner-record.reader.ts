import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import type { SaidRow } from '../../completion/index.js';
import type { EnrolmentFacts, MyRow } from '../../enrolment/index.js';
import type { ProgressRow } from '../../learning/index.js';
import type { AttendanceMark } from '../../sessions/index.js';
import type { Watched } from '../../video/index.js';
import type { InJson } from '../in-json.js';

/** What the capabilities know of one learner, read together: a page needs most of it. */
export interface LearnerRecord {
  person: { personId: string; name: string; kana: string; bornOn: string | null };
  /** Newest first. */
  enrolments: (EnrolmentFacts & MyRow)[];
  progress: ProgressRow[];
  watched: Watched[];
  marks: AttendanceMark[];
  /** The valid certificates, also those of courses from before this product. */
  certificates: { id: string; enrolmentId: string | null; number: string; completedOn: string }[];
  /** The latest answer about the name on the certificate. */
  said: SaidRow | null;
}

const list = (columns: string, from: string, order = '1') =>
  `coalesce((SELECT json_agg(x) FROM (SELECT ${columns} FROM ${from} ORDER BY ${order}) x), '[]')`;

const enrolments = list(
  `enrolment_id AS "enrolmentId", person_id AS "personId", course_run_id AS "courseRunId", course_id AS "courseId",
   status, confirmed_at AS "confirmedAt", completed_on::text AS "completedOn", wishes,
   reception_number AS "receptionNumber", applied_at AS "appliedAt", waiting_position AS "waitingPosition"`,
  'page_enrolments e WHERE e.person_id = p.person_id',
  'created_at DESC, enrolment_id DESC',
);
const ofTheirs = 'IN (SELECT e.enrolment_id FROM page_enrolments e WHERE e.person_id = p.person_id)';
const progress = list(
  `enrolment_id AS "enrolmentId", lesson_id AS "lessonId", state, best_percent AS "bestPercent", done_at AS "doneAt",
   last_active_at AS "lastActiveAt"`,
  `page_progress WHERE enrolment_id ${ofTheirs}`,
);
const watched = list(
  `person_id AS "personId", video_id AS "videoId", digest_of AS "digestOf", ranges, resume_ms AS "resumeMs",
   updated_at AS "lastReportAt", duration_ms AS "durationMs", group_viewing AS "groupViewing"`,
  'page_watching w WHERE w.person_id = p.person_id',
  'video_id',
);
const marks = list(
  'enrolment_id AS "enrolmentId", class_session_id AS "classSessionId", status',
  `page_attendances WHERE enrolment_id ${ofTheirs}`,
);
const certificates = list(
  'certificate_id AS id, enrolment_id AS "enrolmentId", number, completed_on::text AS "completedOn"',
  'page_certificates c WHERE c.person_id = p.person_id',
);
const said = `(SELECT json_build_object('registeredName', n.registered_name, 'printedName', n.printed_name,
    'choice', n.choice, 'note', n.note, 'via', n.via, 'at', n.recorded_at, 'byName', n.by_name)
  FROM page_name_confirmations n WHERE n.person_id = p.person_id ORDER BY n.id DESC LIMIT 1)`;

/** Reads the views that capabilities publish of a learner (docs/adr/0040), in one statement. */
@Injectable()
export class LearnerRecordReader {
  constructor(private readonly sql: Sql) {}

  /** The person is signed in, so that there is one. */
  async getRecord(personId: string): Promise<LearnerRecord> {
    const [row] = await this.sql.prepared<{ record: InJson<LearnerRecord> }>(
      'pages.learner',
      `SELECT json_build_object(
         'person', json_build_object('personId', p.person_id, 'name', p.name, 'kana', p.kana, 'bornOn', p.born_on),
         'enrolments', ${enrolments}, 'progress', ${progress}, 'watched', ${watched}, 'marks', ${marks},
         'certificates', ${certificates}, 'said', ${said}) AS record
       FROM page_people p WHERE p.person_id = $1`,
      [personId],
    );
    const { record } = row!;
    return {
      person: record.person,
      enrolments: record.enrolments.map((one) => ({
        ...one,
        confirmedAt: dateOrNull(one.confirmedAt),
        appliedAt: new Date(one.appliedAt),
      })),
      progress: record.progress.map((one) => ({
        ...one,
        doneAt: dateOrNull(one.doneAt),
        lastActiveAt: new Date(one.lastActiveAt),
      })),
      watched: record.watched.map((one) => ({ ...one, lastReportAt: dateOrNull(one.lastReportAt) })),
      marks: record.marks,
      certificates: record.certificates,
      said: record.said && { ...record.said, at: new Date(record.said.at) },
    };
  }
}

function dateOrNull(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}
