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
import { CertificateBatchReader, CertificationReader } from '../certification/index.js';
import { CompletionReader, NameConfirmationReader } from '../completion/index.js';
import { EnrolmentReader } from '../enrolment/index.js';
import { LearningReader } from '../learning/index.js';
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
    private readonly enrolments: EnrolmentReader,
    private readonly learning: LearningReader,
    private readonly attendance: AttendanceReader,
    private readonly sessions: SessionsReader,
    private readonly clock: Clock,
    private readonly certificates: CertificationReader,
    private readonly batches: CertificateBatchReader,
    private readonly names: NameConfirmationReader,
  ) {}

  /** Today's work from runs, training days and mail. */
  async workOfCourses(actor: Actor): Promise<Omit<OfficeHome, 'supportersWaiting' | 'renewalsDue'>> {
    const today = civilDateOf(this.clock.now());
    const [counts, agenda, runs, issuing, names] = await Promise.all([
      this.openCounts(),
      this.sessions.agenda(actor),
      this.currentRuns(),
      this.batches.listRunning(),
      this.names.questions(),
    ]);
    return {
      today,
      ...counts,
      issuing,
      readyToCertify: runs.reduce((sum, run) => sum + run.readyToCertify, 0),
      namesInQuestion: names.items.length,
      comingSessions: agenda.items.filter((item) => item.when !== 'past' && !item.cancelled).slice(0, 10),
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
    const [counts] = await this.sql.query<RunCounts>(`${selectRuns} WHERE r.id = $2`, [today, courseRunId]);
    if (!counts) throw new DomainError('platform.not_found');
    const cards = await this.cardsOf(courseRunId);
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
    const enrolled = (
      await Promise.all(courseRunIds.map((id) => this.enrolments.listLearningOfRun(id)))
    ).flat();
    const [completions, facts] = await Promise.all([
      this.completions.completionsOf(enrolled),
      this.learning.factsFor(enrolled.map((e) => e.enrolmentId)),
    ]);
    const byRun = new Map<string, Progress[]>();
    for (const completion of completions) {
      const list = byRun.get(completion.courseRunId) ?? [];
      list.push({
        complete: completion.complete,
        certified: completion.certificateId !== null,
        started: (facts.get(completion.enrolmentId)?.lastActiveAt ?? null) !== null,
      });
      byRun.set(completion.courseRunId, list);
    }
    return byRun;
  }

  private async cardsOf(courseRunId: string): Promise<(BoardCard & Progress)[]> {
    const rows = await this.sql.query<BoardRow>(
      `SELECT v.enrolment_id AS "enrolmentId", v.person_id AS "personId", v.name, v.kana, v.status
       FROM report_applications v WHERE v.course_run_id = $1 ORDER BY v.kana_key, v.enrolment_id`,
      [courseRunId],
    );
    const ids = rows.map((row) => row.enrolmentId);
    const [completions, facts, attended] = await Promise.all([
      this.completions.byEnrolment(ids),
      this.learning.factsFor(ids),
      this.attendance.factsFor([courseRunId], ids),
    ]);
    const certified = [...completions.values()].flatMap((completion) => completion.certificateId ?? []);
    const views = await this.certificates.viewsByIds(certified);
    const numbers = new Map(views.map((view) => [view.certificateId as string, view.number]));
    return rows.map((row) => {
      const completion = completions.get(row.enrolmentId);
      const fact = facts.get(row.enrolmentId);
      return {
        ...row,
        requiredDone: fact?.requiredDone ?? 0,
        requiredTotal: fact?.requiredTotal ?? 0,
        attended: attended.get(row.enrolmentId)?.attendedTrainingDays ?? 0,
        bestQuizPercent: fact?.bestQuizPercent ?? null,
        lastActiveAt: fact?.lastActiveAt?.toISOString() ?? null,
        missing: completion?.missing ?? [],
        complete: completion?.complete ?? false,
        certificateNumber: completion?.certificateId ? (numbers.get(completion.certificateId) ?? null) : null,
        certified: (completion?.certificateId ?? null) !== null,
        started: (fact?.lastActiveAt ?? null) !== null,
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
