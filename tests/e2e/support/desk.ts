import { randomUUID } from 'node:crypto';
import { expect, request, type APIRequestContext } from '@playwright/test';
import type { CertificateBatchView } from '@kizuna/shared/contracts/certification.batches';
import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import type { CertificateView } from '@kizuna/shared/contracts/certification';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import type { CompletionView } from '@kizuna/shared/contracts/completion';
import { completionEndpoints } from '@kizuna/shared/contracts/completion.endpoints';
import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import type { AnswerOf, Endpoint } from '@kizuna/shared/contracts/endpoint';
import type { InputParameter } from '@kizuna/shared/contracts/endpoint-input';
import type { ApplicationView } from '@kizuna/shared/contracts/enrolment';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { demoAccounts, signIn, type Account } from './accounts.ts';
import { ask } from './ask.ts';
import type { Resident } from './resident.ts';

/** A resident enrolled as a learner, with the card that signs her in. */
export interface Learner {
  resident: Resident;
  personId: string;
  applicationId: string;
  enrolmentId: string;
  account: Account;
}

const day = 86_400_000;

/** The office's actions through the API: for what a test needs but does not examine. */
export class Desk {
  readonly request: APIRequestContext;

  private constructor(request: APIRequestContext) {
    this.request = request;
  }

  /** Signs in as a member of the office. */
  static async open(): Promise<Desk> {
    const baseURL = process.env.E2E_ORIGIN ?? 'http://localhost:3000';
    const context = await request.newContext({ baseURL });
    await signIn(context, demoAccounts.office);
    return new Desk(context);
  }

  async close(): Promise<void> {
    await this.request.dispose();
  }

  /** A new run that is open now, taught by the demo's instructor. */
  async openRun(slug: 'introductory' | 'practical', capacity = 20): Promise<CourseRunAdminView> {
    const { items } = await this.ask(coursesEndpoints.listOfficeCourses);
    const instructors = await this.ask(peopleEndpoints.listPeople, { query: { role: 'instructor' } });
    const instructor = instructors.items.find(({ email }) => email === demoAccounts.instructor.email);
    return this.ask(coursesEndpoints.planCourseRun, {
      body: {
        courseId: items.find((course) => course.slug === slug)?.courseId,
        name: `試験 ${randomUUID().slice(0, 8)}`,
        opensAt: new Date(Date.now() - day).toISOString(),
        closesAt: new Date(Date.now() + 30 * day).toISOString(),
        capacity,
        status: 'published',
        instructorIds: [instructor!.personId],
      },
    });
  }

  /** An application by phone. */
  enter(courseRunId: string, resident: Resident): Promise<ApplicationView> {
    return this.ask(enrolmentEndpoints.enterApplication, {
      body: {
        courseRunId,
        ...personOf(resident),
        replyBy: resident.email ? 'mail' : 'letter',
        channel: 'phone',
        consent: true,
      },
    });
  }

  /** A confirmed learner with a card. */
  async aLearner(courseRunId: string, resident: Resident): Promise<Learner> {
    const { applicationId, enrolmentId, personId } = await this.enter(courseRunId, resident);
    await this.ask(enrolmentEndpoints.confirmEnrolments, { body: { enrolmentIds: [enrolmentId] } });
    return {
      resident,
      personId,
      applicationId,
      enrolmentId,
      account: await this.card(personId, resident.name),
    };
  }

  async card(personId: string, label: string): Promise<Account> {
    const { card, secret } = await this.ask(peopleEndpoints.issueCard, { params: { personId } });
    return { label, cardNumber: card.cardNumber, secret };
  }

  /** Requests certificates and waits until the job has issued them, or refused with a reason. */
  async issue(enrolmentIds: string[]): Promise<CertificateBatchView> {
    const { certificateBatchId } = await this.ask(certificationBatchesEndpoints.issueCertificates, {
      body: { enrolmentIds },
    });
    const look = () =>
      this.ask(certificationBatchesEndpoints.getCertificateBatch, { params: { certificateBatchId } });
    await expect.poll(async () => (await look()).finishedAt, { timeout: 30_000 }).not.toBeNull();
    return look();
  }

  async certificateOf(courseRunId: string): Promise<CertificateView> {
    const { items } = await this.ask(certificationEndpoints.listCertificates, { query: { courseRunId } });
    return items[0]!;
  }

  /** What everybody of a run has done. */
  async completionsOf(courseRunId: string): Promise<CompletionView[]> {
    return (await this.ask(completionEndpoints.listRunCompletions, { params: { courseRunId } })).items;
  }

  ask<E extends Endpoint>(endpoint: E, ...input: InputParameter<E>): Promise<AnswerOf<E>> {
    return ask(this.request, endpoint, ...input);
  }
}

function personOf(resident: Resident) {
  const [year, month, date] = resident.born.map(Number) as [number, number, number];
  const before = { showa: 1925, heisei: 1988, reiwa: 2018, taisho: 1911, western: 0 }[resident.era];
  const { name, kana, phone, address, email } = resident;
  const two = (value: number) => String(value).padStart(2, '0');
  return { name, kana, phone, address, email, bornOn: `${before + year}-${two(month)}-${two(date)}` };
}
