import type {
  PaperCorrectionBody,
  PaperRecordBody,
  PaperRecordView,
} from '@kizuna/shared/contracts/ledger.paper-records';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { comparableText } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Commands } from '../../../platform/idempotency/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import type { PaperRecordEntity } from './paper-record.entity.js';
import { paperNumberOf, problemsOfPaper, type NumberedCourse } from './paper-record.policy.js';
import { PaperRecordReader } from './paper-record.reader.js';
import { PaperRecordRepository } from './paper-record.repository.js';

/** Transcribes lines of the paper ledger, and corrects them with new versions. */
@Injectable()
export class PaperRecordService {
  constructor(
    private readonly commands: Commands,
    private readonly repository: PaperRecordRepository,
    private readonly reader: PaperRecordReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws ledger.paper_number_taken and the other error codes of `problemsOfPaper` */
  async record(actor: Actor, body: PaperRecordBody, key: string | undefined): Promise<PaperRecordView> {
    const { personId } = personOf(actor);
    const answer = await this.commands.once(`certification.paper:${personId}`, key, body, async () => {
      const row = this.firstVersion(body, await this.repository.courses(), personId);
      await this.write(actor, [row], null);
      return { id: row.id };
    });
    return this.reader.getView(answer.id);
  }

  /**
   * Writes the next version of a line; older versions remain.
   * @throws ledger.paper_corrected_meanwhile if another version is now the newest
   */
  async correct(
    actor: Actor,
    id: string,
    body: PaperCorrectionBody,
    key: string | undefined,
  ): Promise<PaperRecordView> {
    const { personId } = personOf(actor);
    const answer = await this.commands.once(`certification.paper:${personId}:${id}`, key, body, async () => {
      const before = await this.repository.findNewest(id);
      if (!before) throw new DomainError('platform.not_found');
      if (before.version !== body.version) throw new DomainError('ledger.paper_corrected_meanwhile');
      const { version, reason, struck, ...said } = body;
      const first = this.firstVersion(said, await this.repository.courses(), personId);
      const row = { ...first, lineId: before.lineId, version: version + 1, reason, struck };
      await this.write(actor, [row], before.lineId);
      return { id: row.id };
    });
    return this.reader.getView(answer.id);
  }

  /** Writes several lines in one transaction, all or nothing. */
  async recordAll(actor: Actor, bodies: readonly PaperRecordBody[]): Promise<void> {
    const courses = await this.repository.courses();
    const { personId } = personOf(actor);
    const rows = bodies.map((body) => this.firstVersion(body, courses, personId));
    await this.write(actor, rows, null);
  }

  private async write(
    actor: Actor,
    rows: readonly PaperRecordEntity[],
    exceptLine: string | null,
  ): Promise<void> {
    const counted = rows.filter((row) => !row.struck);
    await this.repository.lockNumbers(counted);
    const [taken] = await this.repository.takenAmong(counted, exceptLine);
    if (taken)
      throw new DomainError('ledger.paper_number_taken', {
        field: 'number',
        params: { number: taken.number },
      });
    await this.repository.insert(rows);
    for (const row of rows)
      await this.audit.record({
        actor,
        action: row.version === 1 ? 'paper_record.recorded' : 'paper_record.corrected',
        subjectType: 'paper_record',
        subjectId: row.lineId,
        after: { number: row.number, version: row.version, struck: row.struck },
        ...(row.reason ? { reason: row.reason } : {}),
      });
  }

  private firstVersion(
    body: PaperRecordBody,
    courses: readonly NumberedCourse[],
    recordedBy: string,
  ): PaperRecordEntity {
    const now = this.clock.now();
    const course = courses.find(({ courseId }) => courseId === body.courseId) ?? null;
    if (body.courseId && !course)
      throw new DomainError('ledger.paper_course_required', { field: 'courseId' });
    const [problem] = problemsOfPaper(body, civilDateOf(now));
    if (problem) throw new DomainError(problem.code, { field: problem.field });
    const number = paperNumberOf(body.number, body.fiscalYear, course);
    const id = this.ids.next();
    return {
      ...number,
      id,
      lineId: id,
      version: 1,
      fiscalYear: body.fiscalYear,
      courseId: course?.courseId ?? null,
      courseTitle: course?.title ?? body.courseTitle ?? '',
      name: body.name,
      kana: body.kana ?? '',
      searchText: comparableText(`${body.name} ${number.number} ${body.kana ?? ''}`),
      completedOn: body.completedOn ?? null,
      issuedOn: body.issuedOn ?? null,
      issuerHead: body.issuerHead ?? null,
      note: body.note ?? null,
      personId: body.personId ?? null,
      struck: false,
      reason: null,
      recordedAt: now,
      recordedBy,
      salt: this.ids.token(),
    };
  }
}
