import type {
  BoardCard,
  OfficeHome,
  RunBoard,
  RunReport,
  RunReportList,
} from '@kizuna/shared/contracts/reporting';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import type { CourseRunId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { CertificateBatchReader } from '../certification/index.js';
import { CompletionReader, NameConfirmationReader } from '../completion/index.js';
import { AttendanceReader, SessionsReader } from '../sessions/index.js';

type RunCounts = Omit<RunReport, 'started' | 'readyToCertify'>;

/**
 * A run stays on the office's home page until this many days after its last training day, or while applications are
 * open.
 */
const daysOnHome = 120;

const selectRuns = `
  SELECT r.id AS "courseRunId", c.title AS "courseTitle", r.name AS "runName", r.fiscal_year AS "fiscalYear",
    r.capacity, n.applied, n.waitlisted, n.confirmed, n.completed, n.certificates,
    (SELECT min(s.held_on)::text FROM class_sessions s
      WHERE s.course_run_id = r.id AND NOT s.cancelled AND s.held_on >= $1::date) AS "nextSessionOn"
  FROM course_runs r JOIN courses c ON c.id = r.course_id JOIN report_run_counts n ON n.course_run_id = r.id`;

/** The office's overviews. */
@Injectable()
export class ReportingReader {
  constructor(
    private readonly sql: Sql,
    private readonly completions: CompletionReader,
    private readonly attendance: AttendanceReader,
    private readonly sessions: SessionsReader,
    private readonly clock: Clock,
    private readonly batches: CertificateBatchReader,
    private readonly names: NameConfirmationReader,
  ) {}

  /** Today's work from runs, training days and mail. */
  async workOfCourses(actor: Actor): Promise<Omit<OfficeHome, 'supportersWaiting' | 'renewalsDue'>> {
    const today = civilDateOf(this.clock.now());
    const [counts, coming, runs, issuing, namesInQuestion] = await Promise.all([
      this.openCounts(),
      this.sessions.coming(actor),
      this.currentRuns(),
      this.batches.listRunning(),
      this.names.countQuestions(),
    ]);
    return {
      today,
      ...counts,
      issuing,
      readyToCertify: runs.reduce((sum, run) => sum + run.readyToCertify, 0),
      namesInQuestion,
      comingSessions: coming.filter((item) => !item.cancelled).slice(0, 10),
      runs,
    };
  }

  /** The runs the office is working on, with their progress. */
  async listRunReports(): Promise<RunReportList> {
    return { items: await this.currentRuns() };
  }

  /** Everyone in a run, from application to certificate. @throws platform.not_found */
  async board(courseRunId: string): Promise<RunBoard> {
    const today = civilDateOf(this.clock.now());
    const [[counts], cards] = await Promise.all([
      this.sql.query<RunCounts>(`${selectRuns} WHERE r.id = $2`, [today, courseRunId]),
      this.cardsOf(courseRunId),
    ]);
    if (!counts) throw new DomainError('platform.not_found');
    return { run: withProgress(counts, cards), cards };
  }

  private async currentRuns(): Promise<RunReport[]> {
    const today = civilDateOf(this.clock.now());
    const runs = await this.sql.query<RunCounts>(
      `${selectRuns}
       WHERE r.status = 'published' AND (r.closes_at > $2 OR EXISTS (SELECT FROM class_sessions s
         WHERE s.course_run_id = r.id AND s.held_on > $1::date - $3::int))
       ORDER BY r.opens_at DESC, r.id`,
      [today, this.clock.now(), daysOnHome],
    );
    const progress = await this.progressOf(runs.map((run) => run.courseRunId));
    return runs.map((run) => withProgress(run, progress.get(run.courseRunId) ?? []));
  }

  /** Completion and activity of all learners in some runs, without names. */
  private async progressOf(courseRunIds: readonly CourseRunId[]) {
    const byRun = new Map<string, Progress[]>();
    for (const completion of await this.completions.ofRuns(courseRunIds)) {
      const list = byRun.get(completion.courseRunId) ?? [];
      list.push({
        complete: completion.complete,
        certified: completion.certificateId !== null,
        started: (completion.learning?.lastActiveAt ?? null) !== null,
      });
      byRun.set(completion.courseRunId, list);
    }
    return byRun;
  }

  private async cardsOf(courseRunId: string): Promise<(BoardCard & Progress)[]> {
    const [rows, learners] = await Promise.all([
      this.sql.query<BoardRow>(
        `SELECT v.enrolment_id AS "enrolmentId", v.person_id AS "personId", v.name, v.kana, v.status
         FROM report_applications v WHERE v.course_run_id = $1 ORDER BY v.kana_key, v.enrolment_id`,
        [courseRunId],
      ),
      this.completions.ofRuns([courseRunId]),
    ]);
    // Who withdrew may have attended before
    const attended = await this.attendance.factsFor(
      [courseRunId],
      rows.map((row) => row.enrolmentId),
    );
    const completions = new Map(learners.map((learner) => [learner.enrolmentId, learner]));
    return rows.map((row) => {
      const completion = completions.get(row.enrolmentId);
      const learned = completion?.learning;
      return {
        ...row,
        requiredDone: learned?.requiredDone ?? 0,
        requiredTotal: learned?.requiredTotal ?? 0,
        attended: attended.get(row.enrolmentId)?.attendedTrainingDays ?? 0,
        bestQuizPercent: learned?.bestQuizPercent ?? null,
        lastActiveAt: learned?.lastActiveAt?.toISOString() ?? null,
        missing: completion?.missing ?? [],
        complete: completion?.complete ?? false,
        certificateNumber: completion?.certificateNumber ?? null,
        certified: (completion?.certificateId ?? null) !== null,
        started: (learned?.lastActiveAt ?? null) !== null,
      };
    });
  }

  private async openCounts() {
    const row = await this.sql.one<OpenCounts>(
      `SELECT (SELECT count(*)::int FROM enrolments WHERE status IN ('applied', 'selected')) AS "applicationsWaiting",
         (SELECT count(*)::int FROM enrolments WHERE status = 'waitlisted') AS waitlisted,
         (SELECT count(*)::int FROM notifications WHERE channel = 'mail' AND state = 'failed') AS "mailFailed",
         (SELECT count(*)::int FROM notifications WHERE channel = 'letter' AND state = 'queued') AS "lettersToPrint"`,
    );
    return row ?? { applicationsWaiting: 0, waitlisted: 0, mailFailed: 0, lettersToPrint: 0 };
  }
}

type BoardRow = Pick<BoardCard, 'enrolmentId' | 'personId' | 'name' | 'kana' | 'status'>;
type OpenCounts = Pick<OfficeHome, 'applicationsWaiting' | 'waitlisted' | 'mailFailed' | 'lettersToPrint'>;

interface Progress {
  complete: boolean;
  certified: boolean;
  started: boolean;
}

function withProgress(run: RunCounts, people: readonly Progress[]): RunReport {
  return {
    ...run,
    started: people.filter((person) => person.started).length,
    readyToCertify: people.filter((person) => person.complete && !person.certified).length,
  };
}
