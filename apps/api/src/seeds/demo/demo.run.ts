import type { CourseRunAdminView, CourseRunBody, CourseView } from '@kizuna/shared/contracts/courses';
import type { ApplicationPage } from '@kizuna/shared/contracts/enrolment';
import type { ApplicationChannel } from '@kizuna/shared/vocabulary/enrolment';

import type { DemoResidentContent } from '../content/content.types.js';
import type { DemoCalendar } from './demo.calendar.js';
import type { DemoCast } from './demo.cast.js';
import type { DemoVisitor } from './demo.visitor.js';

const halls = [
  ['古河福祉の森会館', '茨城県古河市新久田271番地1'],
  ['総和福祉センター「健康の駅」', '茨城県古河市駒羽根1501番地'],
  ['三和農村環境改善センター', '茨城県古河市仁連2065番地'],
] as const;
const paperChannels: readonly ApplicationChannel[] = ['phone', 'counter', 'fax', 'post'];

/** Days are relative to today. */
export interface RunPlan {
  course: 'introductory' | 'practical';
  name: string;
  opens: number;
  closes: number;
  capacity: number;
  status?: 'draft' | 'published';
  instructor: string;
  bring?: string;
}

/** One run of the demo, from its planning to its current state. */
export class DemoRun {
  private view: CourseRunAdminView | undefined;
  private readonly enrolmentIds = new Map<string, string>();

  constructor(
    private readonly calendar: DemoCalendar,
    private readonly cast: DemoCast,
    private readonly office: DemoVisitor,
    private readonly plan: RunPlan,
  ) {}

  get courseRunId(): string {
    return this.planned.courseRunId;
  }

  get planned(): CourseRunAdminView {
    if (!this.view) throw new Error(`${this.plan.name} is not planned yet`);
    return this.view;
  }

  /** The office opens the run. */
  async announce(): Promise<void> {
    const { course, opens, closes, instructor, status = 'published', bring = null, ...rest } = this.plan;
    const { courseId } = await this.office.get<CourseView>(`/courses/${course}`);
    const body: Omit<CourseRunBody, 'instructorIds'> & { instructorIds: string[] } = {
      ...rest,
      courseId,
      status,
      bring,
      opensAt: this.calendar.instant(opens, '09:00').toISOString(),
      closesAt: this.calendar.instant(closes, '17:00').toISOString(),
      minimumAge: null,
      fee: '無料',
      instructorIds: [this.cast.staffId(instructor)],
    };
    this.view = await this.office.post<CourseRunAdminView>('/office/course-runs', body);
  }

  /** Plans a training day; `lesson` counts the course's training days. */
  async planDay(
    offset: number,
    lesson: number,
    times = { startTime: '13:30', endTime: '15:30' },
  ): Promise<void> {
    const [hall, hallAddress] = halls[Math.abs(offset) % halls.length] ?? halls[0];
    const lessonId = this.planned.trainingDayLessons[lesson]?.lessonId;
    this.view = await this.office.post<CourseRunAdminView>(
      `/office/course-runs/${this.courseRunId}/class-sessions`,
      { lessonId, heldOn: this.calendar.day(offset), ...times, hall, hallAddress },
    );
  }

  /** A resident applies: on the web if they have an e-mail address, otherwise the office enters the application. */
  async receive(resident: DemoResidentContent, anonymous: DemoVisitor, index: number): Promise<void> {
    const body = { courseRunId: this.courseRunId, ...this.cast.answersOf(resident) };
    if (resident.email) await anonymous.post('/applications', body);
    else await this.office.post('/office/applications', { ...body, channel: paperChannels[index % 4] });
  }

  /** Looks up the enrolments of everyone who applied. */
  async readInbox(): Promise<void> {
    const page = await this.office.get<ApplicationPage>(
      `/office/applications?courseRunId=${this.courseRunId}&limit=200`,
    );
    for (const row of page.items) this.enrolmentIds.set(`${row.name} ${row.phone}`, row.enrolmentId);
  }

  enrolmentId({ name, phone }: DemoResidentContent): string {
    const id = this.enrolmentIds.get(`${name} ${phone}`);
    if (id === undefined) throw new Error(`${name} did not apply to ${this.plan.name}`);
    return id;
  }

  /** The office confirms some of those who have a seat. */
  async confirm(residents: readonly DemoResidentContent[]): Promise<void> {
    await this.readInbox();
    const enrolmentIds = residents.map((resident) => this.enrolmentId(resident));
    await this.office.post('/office/enrolments/confirmations', { enrolmentIds });
  }
}
