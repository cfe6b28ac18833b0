import type { CertificateBatchView } from '@kizuna/shared/contracts/certification.batches';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { CertificateBatchWorker } from '../../modules/certification/index.js';
import type { FixedClock } from '../../platform/clock/fixed-clock.js';
import { OutboxDispatcher } from '../../platform/outbox/index.js';
import type { DemoResidentContent } from '../content/content.types.js';
import type { DistrictIds } from '../curriculum.js';
import { DemoAccounts } from './demo.accounts.js';
import { DemoCalendar } from './demo.calendar.js';
import { DemoCast } from './demo.cast.js';
import { putDocuments } from './demo.documents.js';
import { DemoLearner } from './demo.learner.js';
import { forgetSignIns, personOfEnrolment, silencePast } from './demo.repository.js';
import { DemoRun } from './demo.run.js';
import { DemoSupporters, type DemoWishes } from './demo.supporters.js';
import { DemoVisitor } from './demo.visitor.js';

const bring = '筆記用具、飲み物、眼鏡や補聴器などふだん使う物';
/** Events older than this many days are no longer sent to anyone. */
const toldDays = 2;

/**
 * Plays the demo: one run that is over with certificates to issue, one in progress with a training day today, one that
 * is full with a waiting list, one with places left, and one that is still a draft. Does nothing if the demo was played
 * before.
 */
export async function playDemo(
  app: NestFastifyApplication,
  clock: FixedClock,
  districts: DistrictIds,
  dataDir: string,
): Promise<void> {
  const cast = new DemoCast(app, districts);
  if (await cast.isPlayed()) return;
  const calendar = new DemoCalendar(clock);
  clock.set(calendar.instant(-90));
  await cast.hireStaff();
  await putDocuments(app);
  const stage = new DemoStage(app, calendar, cast);
  stage.planPast();
  stage.planCurrent();
  stage.planFull();
  stage.planOpen();
  stage.planSupporters();
  await calendar.play();
  await stage.handOutAccounts(dataDir);
  await silencePast(app, calendar.instant(-toldDays));
  while (await app.get(OutboxDispatcher).dispatchNext());
  await forgetSignIns(app);
}

type Group = 'graduates' | 'learners' | 'listeners' | 'waiting' | 'newcomers';

/** The runs of the demo and their participants. */
class DemoStage {
  private readonly anonymous: DemoVisitor;
  private readonly office: DemoVisitor;
  private past!: DemoRun;
  private current!: DemoRun;
  private readonly people: Record<Group, DemoResidentContent[]>;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly calendar: DemoCalendar,
    private readonly cast: DemoCast,
  ) {
    this.anonymous = new DemoVisitor(app);
    this.office = new DemoVisitor(app, cast.staffId('office-1'));
    this.people = cast.groups({
      graduates: { count: 18, named: ['takahashi-setsuko', 'watanabe-isamu', 'saito-yoshie', 'mori-tsuru'] },
      learners: { count: 16, named: ['sato-kazuko', 'yoshida-hajime', 'takasaki-eiko', 'seki-megumi'] },
      listeners: { count: 11, named: ['onuki-tadashi'] },
      waiting: { count: 2, named: ['suzuki-kiyoshi', 'hamada-tomiko'] },
      newcomers: { count: 8, named: [] },
    });
  }

  /** Ended five days ago: everyone may get the certificate, except those who missed something. */
  planPast(): void {
    const { calendar } = this;
    const { graduates } = this.people;
    this.past = this.run({
      course: 'introductory',
      name: '第1回',
      opens: -75,
      closes: -45,
      capacity: 20,
      instructor: 'instructor-2',
    });
    calendar.on(-80, '09:30', async () => {
      await this.past.announce();
      await this.past.planDay(-12, 0);
      await this.past.planDay(-5, 0);
    });
    this.arrive(this.past, graduates, -74, -50);
    calendar.on(-40, '11:00', () => this.past.confirm(graduates));
    for (const [index, resident] of graduates.entries()) {
      const share = index === 15 ? 0.6 : 1;
      calendar.on(-35 + index, '10:00', () => this.study(this.past, resident, share, index % 4));
    }
    calendar.on(-12, '15:40', () => this.attend(this.past, 0, graduates.slice(0, 12), ['present', 'late']));
    calendar.on(-5, '15:40', () => this.attend(this.past, 1, graduates.slice(12, 16), ['present']));
    // the first one keeps the certificate and may still register; four others become supporters
    calendar.on(-3, '10:00', () =>
      this.issue(this.past, [...graduates.slice(0, 1), ...graduates.slice(10, 14)]),
    );
  }

  /** In progress: a training day today, and the same again in a week. */
  planCurrent(): void {
    const { calendar } = this;
    const { learners } = this.people;
    this.current = this.run({
      course: 'introductory',
      name: '第2回',
      opens: -60,
      closes: -25,
      capacity: 20,
      instructor: 'instructor-1',
    });
    calendar.on(-62, '09:30', async () => {
      await this.current.announce();
      await this.current.planDay(0, 0, calendar.hoursOfToday());
      await this.current.planDay(7, 0);
    });
    this.arrive(this.current, learners, -58, -30);
    calendar.on(-20, '11:00', () => this.current.confirm(learners));
    const shares = [0.5, 0.3, 1, 1, 0.9, 0.1, 1, 0.7, 0, 1, 0.2, 1, 0.4, 0.8, 0, 1];
    for (const [index, resident] of learners.entries()) {
      const share = shares[index] ?? 0;
      if (share > 0)
        calendar.on(-18 + index, '14:00', () => this.study(this.current, resident, share, index % 3));
    }
  }

  /** Twelve seats, and a waiting list. */
  planFull(): void {
    const { calendar } = this;
    const run = this.run({
      course: 'practical',
      name: '第1回',
      opens: -20,
      closes: 10,
      capacity: 12,
      instructor: 'instructor-1',
    });
    const { graduates, listeners, waiting } = this.people;
    const applicants = [...graduates.slice(4, 10), ...listeners];
    calendar.on(-25, '09:30', async () => {
      await run.announce();
      await run.planDay(24, 0);
      await run.planDay(31, 1);
    });
    this.arrive(run, [...applicants, ...waiting], -19, -3);
    calendar.on(-10, '11:00', () => run.confirm(applicants.slice(0, 6)));
  }

  /** The next one, with places left; and the one after it, still a draft. */
  planOpen(): void {
    const { calendar } = this;
    const run = this.run({
      course: 'introductory',
      name: '第3回',
      opens: -10,
      closes: 21,
      capacity: 20,
      instructor: 'instructor-2',
    });
    const draft = this.run({
      course: 'practical',
      name: '第2回',
      opens: 30,
      closes: 60,
      capacity: 20,
      status: 'draft',
      instructor: 'instructor-2',
    });
    calendar.on(-14, '09:30', async () => {
      await run.announce();
      await run.planDay(40, 0);
      await run.planDay(47, 0);
      await draft.announce();
    });
    this.arrive(run, this.people.newcomers, -6, 1);
  }

  /** Three active supporters, two of them a pair, one pending application, and an upcoming meeting. */
  planSupporters(): void {
    const { calendar, office } = this;
    const supporters = new DemoSupporters(calendar, office);
    const districtIds = this.cast.firstDistrictIds(4);
    const wishes: DemoWishes[] = [
      { activities: [0, 1], slots: ['mon_am', 'wed_am', 'fri_pm'], districtIds },
      { activities: [0, 5], slots: ['mon_am', 'wed_am'], districtIds: districtIds.slice(0, 2) },
      { activities: [1, 3], slots: ['wed_am', 'sat_am'], districtIds: districtIds.slice(1) },
      { activities: [2, 4], slots: ['tue_pm', 'thu_pm'], districtIds: districtIds.slice(2) },
    ];
    for (const [index, resident] of this.people.graduates.slice(10, 14).entries())
      calendar.on(-3, `11:${index}0`, async () => {
        const personId = await personOfEnrolment(this.app, this.past.enrolmentId(resident));
        await supporters.apply(new DemoVisitor(this.app, personId), wishes[index]!);
      });
    calendar.on(-2, '09:15', () => supporters.confirm(3));
    calendar.on(-2, '09:30', () => supporters.pairAndInvite());
  }

  /** Creates accounts for trying the demo. */
  async handOutAccounts(dataDir: string): Promise<void> {
    const accounts = new DemoAccounts(this.app);
    const [graduate] = this.people.graduates;
    const [byMail, byCard] = this.people.learners;
    if (!graduate?.email || !byMail?.email || !byCard) throw new Error('the demo lacks its learners');
    const personOf = (run: DemoRun, resident: DemoResidentContent) =>
      personOfEnrolment(this.app, run.enrolmentId(resident));
    await accounts.withPassword(await personOf(this.current, byMail), byMail.name, byMail.email, '受講中');
    await accounts.withCard(await personOf(this.current, byCard), byCard.name, '受講中、メールアドレスなし');
    await accounts.withPassword(
      await personOf(this.past, graduate),
      graduate.name,
      graduate.email,
      '修了、修了証あり',
    );
    await accounts.write(dataDir);
  }

  private run(plan: ConstructorParameters<typeof DemoRun>[3]): DemoRun {
    return new DemoRun(this.calendar, this.cast, this.office, { bring, ...plan });
  }

  /** Spreads applications over the days between two dates. */
  private arrive(run: DemoRun, residents: readonly DemoResidentContent[], from: number, to: number): void {
    for (const [index, resident] of residents.entries()) {
      const day = from + Math.floor(((to - from) * index) / residents.length);
      const time = `${String(9 + (index % 8)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}`;
      this.calendar.on(day, time, () => run.receive(resident, this.anonymous, index));
    }
  }

  private async study(
    run: DemoRun,
    resident: DemoResidentContent,
    share: number,
    wrong: number,
  ): Promise<void> {
    const enrolmentId = run.enrolmentId(resident);
    const visitor = new DemoVisitor(this.app, await personOfEnrolment(this.app, enrolmentId));
    await new DemoLearner(this.calendar, visitor, enrolmentId).study(share, wrong);
  }

  private async attend(
    run: DemoRun,
    day: number,
    residents: readonly DemoResidentContent[],
    statuses: readonly ('present' | 'late')[],
  ): Promise<void> {
    const instructor = new DemoVisitor(this.app, this.cast.staffId('instructor-2'));
    const session = run.planned.classSessions[day];
    for (const [index, resident] of residents.entries()) {
      const status = index === 3 ? (statuses[1] ?? 'present') : 'present';
      const path = `/class-sessions/${session?.classSessionId}/attendance/${run.enrolmentId(resident)}`;
      await instructor.put(path, { status });
    }
  }

  private async issue(run: DemoRun, residents: readonly DemoResidentContent[]): Promise<void> {
    // Certification asks learning, and learning receives attendance through the outbox
    await silencePast(this.app, this.calendar.instant(-toldDays));
    while (await this.app.get(OutboxDispatcher).dispatchNext());
    const { certificateBatchId } = await this.office.post<CertificateBatchView>('/office/certificates', {
      enrolmentIds: residents.map((resident) => run.enrolmentId(resident)),
    });
    // Immediately, and by the demo's clock
    const signal = new AbortController().signal;
    await this.app.get(CertificateBatchWorker).issueAll(certificateBatchId, { attempt: 1, signal });
  }
}
