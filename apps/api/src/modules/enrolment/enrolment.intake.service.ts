import type { ApplicationReceipt, ApplyBody } from '@kizuna/shared/contracts/enrolment';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { comparableCode, comparableKana, comparableText, phoneDigits } from '@kizuna/shared/rules/text';
import type { ApplicationChannel } from '@kizuna/shared/vocabulary/enrolment';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { Ids } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/index.js';
import { CoursesSeatsService, CoursesReader, type CourseRunFacts, type Placement } from '../courses/index.js';
import type { ApplicationEntity, GivenDetails } from './application.entity.js';
import type { EnrolmentEntity } from './enrolment.entity.js';
import { enrolmentEvents, type EnrolmentEvent } from './enrolment.events.js';
import { receptionNumberOf, refusalOfApplicant, refusalOfRun, type Refusal } from './enrolment.policy.js';
import { EnrolmentRepository } from './enrolment.repository.js';

export type Answers = Omit<ApplyBody, 'courseRunId' | 'consent'>;

/** How an application was received, apart from its answers. */
export interface Intake {
  channel: ApplicationChannel;
  /** The member of staff who entered it; null if the applicant did. */
  enteredBy: string | null;
  appliedAt: Date;
  officeNote: string | null;
  districtName: string | null;
}

export interface Taken {
  applicationId: string;
  enrolmentId: string;
  receipt: ApplicationReceipt;
}

/** The only way an application becomes an enrolment, whatever channel it came through. */
@Injectable()
export class EnrolmentIntakeService {
  constructor(
    private readonly courses: CoursesReader,
    private readonly seats: CoursesSeatsService,
    private readonly enrolments: EnrolmentRepository,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The run applied to. Call it before the transaction. @throws DomainError platform.not_found */
  async getRun(courseRunId: string): Promise<CourseRunFacts> {
    const run = await this.courses.findRun(courseRunId);
    if (!run) throw new DomainError('platform.not_found');
    return run;
  }

  /** @throws DomainError platform.not_found for a draft, and the refusals of enrolment.policy */
  admit(run: CourseRunFacts, answers: Answers, by: 'applicant' | 'office'): void {
    const now = this.clock.now();
    const refusal =
      refusalOfRun(run, by, now) ?? refusalOfApplicant(answers, run.minimumAge, by, civilDateOf(now));
    if (refusal) throw refused(refusal);
  }

  /**
   * Records the application and takes a seat or a place on the waiting list, in the caller's transaction.
   * @throws DomainError enrolment.already_applied, enrolment.closed (no longer published)
   */
  async take(
    actor: Actor,
    run: CourseRunFacts,
    personId: string,
    answers: Answers,
    intake: Intake,
  ): Promise<Taken> {
    if (await this.enrolments.isInRun(run.courseRunId, personId)) {
      throw new DomainError('enrolment.already_applied');
    }
    const now = this.clock.now();
    const receptionNumber = receptionNumberOf(
      await this.enrolments.nextReceptionSequence(),
      civilDateOf(now),
    );
    const application: ApplicationEntity = {
      id: this.ids.next(),
      courseRunId: run.courseRunId,
      personId,
      receptionNumber,
      ...columnsOf(answers, intake),
      consentedAt: now,
      searchText: searchTextOf(answers, receptionNumber),
    };
    await this.enrolments.insertApplication(application);
    // The run's row is locked from here to the end of the transaction, so this comes as late as possible
    const place = await this.seats.place(run.courseRunId);
    if (!place) throw new DomainError('enrolment.closed');
    const enrolment = this.enrolmentOf(application, run.courseId, place);
    await this.enrolments.insertEnrolment(enrolment);
    const waitingPosition = place.kind === 'waiting' ? place.position : null;
    await this.recordAndPublish(actor, application, enrolment, waitingPosition);
    const receipt: ApplicationReceipt = {
      receptionNumber,
      status: enrolment.status,
      waitingPosition,
      courseTitle: run.courseTitle,
      runName: run.name,
      courseRunId: run.courseRunId,
      name: answers.name,
      replyBy: answers.replyBy,
      appliedAt: application.appliedAt.toISOString(),
    };
    return { applicationId: application.id, enrolmentId: enrolment.id, receipt };
  }

  private enrolmentOf(application: ApplicationEntity, courseId: string, place: Placement): EnrolmentEntity {
    const now = this.clock.now();
    return {
      id: this.ids.next(),
      applicationId: application.id,
      courseRunId: application.courseRunId,
      courseId,
      personId: application.personId,
      status: place.kind === 'seat' ? 'applied' : 'waitlisted',
      waitingNumber: place.kind === 'waiting' ? place.number : null,
      createdAt: now,
      statusChangedAt: now,
      confirmedAt: null,
      completedOn: null,
      statusReason: null,
    };
  }

  private async recordAndPublish(
    actor: Actor,
    { receptionNumber, channel }: ApplicationEntity,
    enrolment: EnrolmentEntity,
    waitingPosition: number | null,
  ): Promise<void> {
    const { id: enrolmentId, applicationId, courseRunId, personId, status, waitingNumber } = enrolment;
    await this.audit.record({
      actor,
      action: 'enrolment.applied',
      subjectType: 'enrolment',
      subjectId: enrolmentId,
      after: { status, courseRunId, personId, receptionNumber, channel, waitingNumber },
    });
    await this.outbox.add<EnrolmentEvent>({
      type:
        waitingPosition === null
          ? enrolmentEvents.applicationReceived
          : enrolmentEvents.applicationWaitlisted,
      subjectId: enrolmentId,
      payload: { enrolmentId, applicationId, personId, courseRunId, receptionNumber, waitingPosition },
    });
  }
}

/** Converts a refusal of the policy to a DomainError. */
export function refused({ code, ...detail }: Refusal): DomainError {
  return new DomainError(code, detail);
}

function columnsOf(answers: Answers, intake: Intake) {
  const { name, kana, bornOn, phone, email, postalCode, address, districtId } = answers;
  const { districtName, ...rest } = intake;
  const given: GivenDetails = {
    name,
    kana,
    bornOn,
    address,
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(postalCode ? { postalCode } : {}),
    ...(districtId ? { districtId } : {}),
    ...(districtName ? { districtName } : {}),
  };
  return {
    ...rest,
    given,
    applicantIs: answers.applicantIs,
    proxyName: answers.proxyName ?? null,
    guardianName: answers.guardianName ?? null,
    wishes: answers.wishes,
    wishNote: answers.wishNote || null,
    replyBy: answers.replyBy,
  };
}

/** The text searched by the inbox: every part normalised. */
function searchTextOf(answers: Answers, receptionNumber: string): string {
  return [
    comparableText(answers.name),
    comparableKana(answers.kana),
    answers.phone ? phoneDigits(answers.phone) : '',
    comparableCode(receptionNumber).toLowerCase(),
    answers.proxyName ? comparableText(answers.proxyName) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
