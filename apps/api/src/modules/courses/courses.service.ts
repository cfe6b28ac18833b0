import type { ClassSessionBody, CourseRunAdminView, CourseRunBody } from '@kizuna/shared/contracts/courses';
import { civilDateOf, instantOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { Commands } from '../../platform/idempotency/index.js';
import { Ids } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { ClassSessionEntity } from './class-session.entity.js';
import type { CourseRunEntity } from './course-run.entity.js';
import { courseRunCancelled, courseRunEnlarged } from './courses.events.js';
import { CoursesOfficeReader } from './courses.office.reader.js';
import { fiscalYearOfRun, mayChangeLesson, mayHoldCapacity } from './courses.policy.js';
import { CoursesRepository } from './courses.repository.js';

/** Office commands for course runs (開講回) and their training days. */
@Injectable()
export class CoursesService {
  constructor(
    private readonly commands: Commands,
    private readonly courses: CoursesRepository,
    private readonly reader: CoursesOfficeReader,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Plans a new run. */
  async planRun(actor: Actor, body: CourseRunBody, key: string | undefined): Promise<CourseRunAdminView> {
    const { personId } = personOf(actor);
    const { id } = await this.commands.once(`courses.planRun:${personId}`, key, body, async () => {
      const now = this.clock.now();
      const run: CourseRunEntity = {
        id: this.ids.next(),
        courseId: body.courseId,
        ...editable(body, null),
        taken: 0,
        waiting: 0,
        waitingNumbers: 0,
        createdAt: now,
        updatedAt: now,
      };
      await this.courses.insertRun(run);
      await this.courses.replaceInstructors(run.id, body.instructorIds);
      await this.record(actor, 'course_run.planned', run.id, undefined, { ...body });
      return { id: run.id };
    });
    return this.reader.getRun(id);
  }

  /**
   * Changes a run. Its course is fixed; its capacity cannot fall below the seats taken; more seats let people move up
   * from the waiting list.
   * @throws DomainError platform.not_found, courses.capacity_below_taken
   */
  async changeRun(actor: Actor, courseRunId: string, body: CourseRunBody): Promise<CourseRunAdminView> {
    await this.commands.once('courses.changeRun', undefined, body, async () => {
      const run = await this.getRun(courseRunId);
      if (run.courseId !== body.courseId)
        throw new DomainError('platform.invalid_input', { field: 'courseId' });
      if (!mayHoldCapacity(body.capacity, run.taken)) {
        throw new DomainError('courses.capacity_below_taken', {
          field: 'capacity',
          params: { taken: run.taken },
        });
      }
      const before = await this.editableOf(run);
      const change = editable(body, await this.courses.firstHeldOn(courseRunId));
      await this.courses.updateRun(courseRunId, { ...change, updatedAt: this.clock.now() });
      await this.courses.replaceInstructors(courseRunId, body.instructorIds);
      const after = { ...forAudit(change), instructorIds: [...new Set(body.instructorIds)].sort() };
      await this.record(actor, 'course_run.changed', courseRunId, before, after);
      await this.publish(run, change);
    });
    return this.reader.getRun(courseRunId);
  }

  /** Adds a training day. @throws DomainError platform.not_found, platform.invalid_input (lessonId) */
  async addClassSession(
    actor: Actor,
    courseRunId: string,
    body: ClassSessionBody,
    key: string | undefined,
  ): Promise<CourseRunAdminView> {
    const { personId } = personOf(actor);
    const scope = `courses.addClassSession:${personId}`;
    await this.commands.once(scope, key, { courseRunId, body }, async () => {
      const run = await this.getRun(courseRunId);
      await this.needTrainingDay(body.lessonId, run.courseId);
      const session = { id: this.ids.next(), courseRunId, ...dayOf(body) };
      await this.courses.insertClassSession(session);
      await this.followFiscalYear(run);
      await this.record(actor, 'class_session.planned', session.id, undefined, { courseRunId, ...body });
      return { id: session.id };
    });
    return this.reader.getRun(courseRunId);
  }

  /**
   * Changes a training day. From the day itself on its lesson is fixed: attendance may refer to it.
   * @throws DomainError platform.not_found, courses.session_has_attendance
   */
  async changeClassSession(actor: Actor, id: string, body: ClassSessionBody): Promise<CourseRunAdminView> {
    const courseRunId = await this.commands.once('courses.changeClassSession', undefined, body, async () => {
      const session = await this.courses.findClassSession(id);
      if (!session) throw new DomainError('platform.not_found');
      const run = await this.getRun(session.courseRunId);
      await this.needTrainingDay(body.lessonId, run.courseId);
      const today = civilDateOf(this.clock.now());
      if (body.lessonId !== session.lessonId && !mayChangeLesson(session.heldOn, today)) {
        throw new DomainError('courses.session_has_attendance', { field: 'lessonId' });
      }
      const change = dayOf(body);
      await this.courses.updateClassSession(id, change);
      await this.followFiscalYear(run);
      await this.record(actor, 'class_session.changed', id, forAudit(session), { ...session, ...change });
      return session.courseRunId;
    });
    return this.reader.getRun(courseRunId);
  }

  private async getRun(courseRunId: string): Promise<CourseRunEntity> {
    const run = await this.courses.findRunForChange(courseRunId);
    if (!run) throw new DomainError('platform.not_found');
    return run;
  }

  private async needTrainingDay(lessonId: string, courseId: string): Promise<void> {
    if (await this.courses.isTrainingDay(lessonId, courseId)) return;
    throw new DomainError('platform.invalid_input', { field: 'lessonId' });
  }

  private async followFiscalYear(run: CourseRunEntity): Promise<void> {
    const fiscalYear = fiscalYearOfRun(await this.courses.firstHeldOn(run.id), run.closesAt);
    if (fiscalYear !== run.fiscalYear) await this.courses.updateRun(run.id, { fiscalYear });
  }

  private async editableOf(run: CourseRunEntity) {
    const { name, fiscalYear, status, opensAt, closesAt, capacity, minimumAge, fee, bring } = run;
    const plain = { name, fiscalYear, status, opensAt, closesAt, capacity, minimumAge, fee, bring };
    return { ...forAudit(plain), instructorIds: await this.courses.instructorsOf(run.id) };
  }

  /** Publishes changes that affect the people in the run to higher modules. */
  private async publish(run: CourseRunEntity, change: ReturnType<typeof editable>): Promise<void> {
    const payload = { courseRunId: run.id };
    const enlarged = change.capacity > run.capacity || run.status !== 'published';
    if (change.status === 'published' && enlarged && run.waiting > 0) {
      await this.outbox.add({ type: courseRunEnlarged, payload, subjectId: run.id });
    }
    if (change.status === 'cancelled' && run.status !== 'cancelled') {
      await this.outbox.add({ type: courseRunCancelled, payload, subjectId: run.id });
    }
  }

  private record(
    actor: Actor,
    action: string,
    subjectId: string,
    before: Record<string, unknown> | undefined,
    after: Record<string, unknown>,
  ): Promise<void> {
    const subjectType = action.split('.')[0] ?? '';
    const change = before ? { before, after: forAudit(after) } : { after: forAudit(after) };
    return this.audit.record({ actor, action, subjectType, subjectId, ...change });
  }
}

/** The columns of a run editable in the office's form. */
function editable(body: CourseRunBody, firstHeldOn: string | null) {
  const { name, capacity, minimumAge, fee, bring, status } = body;
  const closesAt = new Date(body.closesAt);
  const fiscalYear = fiscalYearOfRun(firstHeldOn, closesAt);
  const opensAt = new Date(body.opensAt);
  return {
    name,
    fiscalYear,
    status,
    opensAt,
    closesAt,
    capacity,
    minimumAge,
    fee: fee || null,
    bring: bring || null,
  };
}

/** The columns of a training day. */
function dayOf(body: ClassSessionBody): Omit<ClassSessionEntity, 'id' | 'courseRunId'> {
  return {
    lessonId: body.lessonId,
    heldOn: body.heldOn,
    startsAt: instantOf(body.heldOn, body.startTime),
    endsAt: instantOf(body.heldOn, body.endTime),
    hall: body.hall,
    hallAddress: body.hallAddress,
    note: body.note || null,
    cancelled: body.cancelled,
  };
}

/** Converts timestamps to strings, so that equal ones compare equal in the audit log. */
function forAudit(values: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]),
  );
}
