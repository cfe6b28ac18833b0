import { randomUUID } from 'node:crypto';
import { expect, request, type APIRequestContext } from '@playwright/test';
import type { CertificateBatchView } from '@kizuna/shared/contracts/certification.batches';
import type { CertificateView } from '@kizuna/shared/contracts/certification';
import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import type { ApplicationView } from '@kizuna/shared/contracts/enrolment';
import type { IssuedCardView, PersonPage } from '@kizuna/shared/contracts/people';
import { demoAccounts, signIn, type Account } from './accounts.ts';
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
    const { items } = await this.get<{ items: { courseId: string; slug: string }[] }>('/api/office/courses');
    const instructors = await this.get<PersonPage>('/api/people?role=instructor');
    const instructor = instructors.items.find(({ email }) => email === demoAccounts.instructor.email);
    return this.post<CourseRunAdminView>('/api/office/course-runs', {
      courseId: items.find((course) => course.slug === slug)?.courseId,
      name: `試験 ${randomUUID().slice(0, 8)}`,
      opensAt: new Date(Date.now() - day).toISOString(),
      closesAt: new Date(Date.now() + 30 * day).toISOString(),
      capacity,
      status: 'published',
      instructorIds: [instructor!.personId],
    });
  }

  /** An application by phone. */
  enter(courseRunId: string, resident: Resident): Promise<ApplicationView> {
    return this.post<ApplicationView>('/api/office/applications', {
      courseRunId,
      ...personOf(resident),
      replyBy: resident.email ? 'mail' : 'letter',
      channel: 'phone',
      consent: true,
    });
  }

  /** A confirmed learner with a card. */
  async aLearner(courseRunId: string, resident: Resident): Promise<Learner> {
    const { applicationId, enrolmentId, personId } = await this.enter(courseRunId, resident);
    await this.post('/api/office/enrolments/confirmations', { enrolmentIds: [enrolmentId] });
    return {
      resident,
      personId,
      applicationId,
      enrolmentId,
      account: await this.card(personId, resident.name),
    };
  }

  async card(personId: string, label: string): Promise<Account> {
    const { card, secret } = await this.post<IssuedCardView>(`/api/people/${personId}/cards`);
    return { label, cardNumber: card.cardNumber, secret };
  }

  /** Requests certificates and waits until the job has issued them, or refused with a reason. */
  async issue(enrolmentIds: string[]): Promise<CertificateBatchView> {
    const asked = await this.post<CertificateBatchView>('/api/office/certificates', { enrolmentIds });
    const place = `/api/office/certificate-batches/${asked.certificateBatchId}`;
    await expect
      .poll(async () => (await this.get<CertificateBatchView>(place)).finishedAt, { timeout: 30_000 })
      .not.toBeNull();
    return this.get<CertificateBatchView>(place);
  }

  async certificateOf(courseRunId: string): Promise<CertificateView> {
    const path = `/api/office/certificates?courseRunId=${courseRunId}`;
    return (await this.get<{ items: CertificateView[] }>(path)).items[0]!;
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.request.get(path);
    expect(answer.ok(), `GET ${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }

  async post<T>(path: string, data: unknown = {}): Promise<T> {
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await this.request.post(path, { data, headers });
    expect(answer.ok(), `POST ${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }
}

function personOf(resident: Resident) {
  const [year, month, date] = resident.born.map(Number) as [number, number, number];
  const before = { showa: 1925, heisei: 1988, reiwa: 2018, taisho: 1911, western: 0 }[resident.era];
  const { name, kana, phone, address, email } = resident;
  const two = (value: number) => String(value).padStart(2, '0');
  return { name, kana, phone, address, email, bornOn: `${before + year}-${two(month)}-${two(date)}` };
}
