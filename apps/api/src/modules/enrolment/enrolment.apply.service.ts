import type { ApplicationReceipt, ApplyBody, OfficeApplyBody } from '@kizuna/shared/contracts/enrolment';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { Commands } from '../../platform/idempotency/index.js';
import type { CourseRunFacts } from '../courses/index.js';
import { ApplicantService, PeopleReader } from '../people/index.js';
import { EnrolmentIntakeService, type Answers, type Taken } from './enrolment.intake.service.js';

/** The run applied to, and the name of the chosen district. */
export interface Ground {
  run: CourseRunFacts;
  districtName: string | null;
}

/** Accepts applications from the public form and those entered by the office. */
@Injectable()
export class EnrolmentApplyService {
  constructor(
    private readonly commands: Commands,
    private readonly intake: EnrolmentIntakeService,
    private readonly applicants: ApplicantService,
    private readonly people: PeopleReader,
    private readonly clock: Clock,
  ) {}

  /** Submits the public form in one request. Repeating it with the same key returns the same receipt. */
  async apply(actor: Actor, body: ApplyBody, key: string | undefined): Promise<ApplicationReceipt> {
    const { courseRunId, ...answers } = body;
    const scope = `enrolment.apply:${actor.kind === 'person' ? actor.personId : 'anonymous'}`;
    const ground = await this.prepare(courseRunId, answers.districtId);
    const taken = await this.commands.once(scope, key, body, () => this.applyOnline(actor, ground, answers));
    return taken.receipt;
  }

  /**
   * Reads what the decision on an application needs, before its transaction: a transaction that requests a second
   * connection could wait for one that waits for it.
   * @throws DomainError platform.not_found, people.district_unknown
   */
  async prepare(courseRunId: string, districtId: string | undefined): Promise<Ground> {
    const [run, districtName] = await Promise.all([
      this.intake.getRun(courseRunId),
      this.districtNameOf(districtId),
    ]);
    return { run, districtName };
  }

  /**
   * Accepts an application of the public form in the caller's transaction. @throws DomainError as thrown by the intake
   */
  async applyOnline(actor: Actor, ground: Ground, answers: Answers): Promise<Taken> {
    this.intake.admit(ground.run, answers, 'applicant');
    const personId = await this.applicantOf(actor, answers);
    return this.intake.take(actor, ground.run, personId, answers, {
      channel: 'web',
      enteredBy: null,
      appliedAt: this.clock.now(),
      officeNote: null,
      districtName: ground.districtName,
    });
  }

  /** Records an application that came by phone, FAX, post or at the counter. @returns the application's id */
  async enter(actor: Actor, body: OfficeApplyBody, key: string | undefined): Promise<string> {
    const { personId: enteredBy } = personOf(actor);
    const { courseRunId, channel, receivedAt, personId: chosen, officeNote, ...answers } = body;
    const appliedAt = receivedAt === undefined ? this.clock.now() : new Date(receivedAt);
    if (appliedAt > this.clock.now())
      throw new DomainError('platform.invalid_input', { field: 'receivedAt' });
    if (chosen !== undefined && !(await this.people.findPerson(chosen))) {
      throw new DomainError('platform.invalid_input', { field: 'personId' });
    }
    const { run, districtName } = await this.prepare(courseRunId, answers.districtId);
    this.intake.admit(run, answers, 'office');
    const { applicationId } = await this.commands.once(
      `enrolment.enter:${enteredBy}`,
      key,
      body,
      async () => {
        const personId = chosen ?? (await this.applicants.registerApplicant(actor, answers)).personId;
        const intake = { channel, enteredBy, appliedAt, officeNote: officeNote || null, districtName };
        return this.intake.take(actor, run, personId, answers, intake);
      },
    );
    return applicationId;
  }

  private async districtNameOf(districtId: string | undefined): Promise<string | null> {
    if (districtId === undefined) return null;
    const { items } = await this.people.listDistricts();
    const district = items.find((item) => item.districtId === districtId);
    if (!district) throw new DomainError('people.district_unknown', { field: 'districtId' });
    return district.name;
  }

  /** The signed-in person is the applicant, unless the form says that it is for another person. */
  private async applicantOf(actor: Actor, answers: Answers): Promise<string> {
    if (actor.kind === 'person' && answers.applicantIs === 'self') return actor.personId;
    return (await this.applicants.registerApplicant(actor, answers)).personId;
  }
}
