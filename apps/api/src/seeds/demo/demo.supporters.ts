import type { MeetingBody, PairBody } from '@kizuna/shared/contracts/activities';
import type {
  SupporterActivityList,
  SupporterAnswers,
  SupporterDraft,
  SupporterStep,
  SupporterView,
} from '@kizuna/shared/contracts/supporters';
import type { SupporterSlot } from '@kizuna/shared/vocabulary/supporters';

import type { DemoCalendar } from './demo.calendar.js';
import type { DemoVisitor } from './demo.visitor.js';

/** A demo supporter's answers: indexes in the office's list of activities, half-days. */
export interface DemoWishes {
  activities: readonly number[];
  slots: readonly SupporterSlot[];
  districtIds: readonly string[];
}

const meeting = {
  title: 'フォローアップの集い',
  from: '13:30',
  to: '15:30',
  hall: '古河福祉の森会館',
  hallAddress: '茨城県古河市新久田271番地1',
  note: '活動で困ったことや、うれしかったことを話しましょう。お茶を用意します。',
  capacity: 30,
  districtIds: [],
  activityIds: [],
} as const;

/** The demo's supporters: they use the same pages and endpoints as everyone. */
export class DemoSupporters {
  private readonly registered: SupporterView[] = [];

  constructor(
    private readonly calendar: DemoCalendar,
    private readonly office: DemoVisitor,
  ) {}

  /** Fills in the form, page by page, and submits it. */
  async apply(visitor: DemoVisitor, wishes: DemoWishes): Promise<void> {
    const { items } = await visitor.get<SupporterActivityList>('/supporter-activities');
    const { pledge } = await visitor.get<SupporterDraft>('/me/supporter/draft');
    const pages: Record<SupporterStep, object> = {
      wishes: { activityIds: wishes.activities.map((place) => items[place]?.activityId) },
      times: { slots: [...wishes.slots] },
      places: { reach: 'by_bicycle', districtIds: [...wishes.districtIds] },
      contact: { contactBy: 'phone' } satisfies SupporterAnswers['contact'],
      pledge: { pledgeVersion: pledge.version, agreed: true },
    };
    for (const [step, answers] of Object.entries(pages))
      await visitor.put('/me/supporter/draft', { step, answers });
    this.registered.push(await visitor.post<SupporterView>('/me/supporter/registration'));
  }

  /** The office confirms the first ones. */
  async confirm(count: number): Promise<void> {
    for (const { supporterId } of this.registered.slice(0, count))
      await this.office.post(`/office/supporters/${supporterId}/confirmation`);
  }

  /** The first two become a pair, and everyone is invited to a meeting. */
  async pairAndInvite(): Promise<void> {
    const [first, second] = this.registered;
    if (!first || !second) throw new Error('the demo lacks its supporters');
    const pair: PairBody = { firstId: first.supporterId, secondId: second.supporterId };
    await this.office.post('/office/supporter-pairs', pair);
    const heldOn = this.calendar.day(24);
    await this.office.post('/office/supporter-meetings', {
      ...meeting,
      heldOn,
    } satisfies Omit<MeetingBody, 'districtIds' | 'activityIds'>);
  }
}
