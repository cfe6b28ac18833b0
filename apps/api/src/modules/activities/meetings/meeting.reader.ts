import type { MeetingList, MeetingView, MyMeetingList } from '@kizuna/shared/contracts/activities';
import { addDays, civilDateOf } from '@kizuna/shared/rules/civil-date';
import type { SupporterMeetingId } from '@kizuna/shared/vocabulary/ids';
import type { MeetingReply } from '@kizuna/shared/vocabulary/supporters';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Sql } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { PeopleReader } from '../../people/index.js';
import { cancelProblem, placesLeft, recordProblem, replyProblem } from './meeting.policy.js';

interface MeetingRow {
  supporterMeetingId: SupporterMeetingId;
  title: string;
  heldOn: string;
  startsAt: Date;
  endsAt: Date;
  hall: string;
  hallAddress: string;
  note: string | null;
  capacity: number | null;
  cancelledAt: Date | null;
  invited: number;
  coming: number;
  absent: number;
  attended: number;
}

interface GuestRow {
  supporterId: string;
  personId: string;
  reply: MeetingReply | null;
  attended: boolean | null;
}

const select = `SELECT g.id AS "supporterMeetingId", g.title, g.held_on::text AS "heldOn", g.starts_at AS "startsAt",
  g.ends_at AS "endsAt", g.hall, g.hall_address AS "hallAddress", g.note, g.capacity, g.cancelled_at AS "cancelledAt",
  n.* FROM supporter_meetings g CROSS JOIN LATERAL (SELECT count(*)::int AS invited,
    count(*) FILTER (WHERE i.reply = 'coming')::int AS coming, count(*) FILTER (WHERE i.reply = 'absent')::int AS absent,
    count(*) FILTER (WHERE i.attended)::int AS attended FROM supporter_meeting_people i WHERE i.meeting_id = g.id) n`;

/** How many days a past meeting stays on the person's own page. */
const daysKept = 30;

/** Follow-up meetings, for the office and for those invited. */
@Injectable()
export class MeetingReader {
  constructor(
    private readonly sql: Sql,
    private readonly people: PeopleReader,
    private readonly clock: Clock,
  ) {}

  /** Upcoming ones first, the next one on top; then past ones, latest first. */
  async list(): Promise<MeetingList> {
    const today = civilDateOf(this.clock.now());
    const rows = await this.sql.query<MeetingRow>(
      `${select} ORDER BY (g.held_on < $1::date), abs(g.held_on - $1::date), g.id LIMIT 200`,
      [today],
    );
    return { items: rows.map(toMeeting) };
  }

  /** With everyone invited, by kana. @throws platform.not_found */
  async getView(id: string): Promise<MeetingView> {
    const row = await this.sql.one<MeetingRow>(`${select} WHERE g.id = $1`, [id]);
    if (!row) throw new DomainError('platform.not_found');
    const guests = await this.sql.query<GuestRow>(
      `SELECT i.supporter_id AS "supporterId", s.person_id AS "personId", i.reply, i.attended
       FROM supporter_meeting_people i JOIN supporters s ON s.id = i.supporter_id WHERE i.meeting_id = $1`,
      [id],
    );
    const known = await this.people.findPeople(guests.map((guest) => guest.personId));
    const people = guests.map((guest) => {
      const person = known.get(guest.personId);
      return { ...guest, name: person?.name ?? '', kana: person?.kana ?? '', phone: person?.phone ?? null };
    });
    const now = this.clock.now();
    return {
      ...toMeeting(row),
      can: { cancel: !row.cancelledAt && !cancelProblem(row, now), record: !recordProblem(row, now) },
      people: people.toSorted((a, b) => a.kana.localeCompare(b.kana, 'ja')),
    } as MeetingView;
  }

  /** Meetings to which the actor is invited, from a month ago on, in date order. */
  async mine(actor: Actor): Promise<MyMeetingList> {
    const now = this.clock.now();
    const rows = await this.sql.prepared<MeetingRow & { reply: MeetingReply | null }>(
      'activities.own-meetings',
      `SELECT m.*, i.reply FROM (${select}) m
         JOIN supporter_meeting_people i ON i.meeting_id = m."supporterMeetingId"
         JOIN supporters s ON s.id = i.supporter_id
       WHERE s.person_id = $1 AND m."heldOn" >= $2 ORDER BY m."startsAt", m."supporterMeetingId"`,
      [personOf(actor).personId, addDays(civilDateOf(now), -daysKept)],
    );
    return {
      items: rows.map((row) => ({
        ...toMeeting(row),
        reply: row.reply,
        placesLeft: placesLeft(row.capacity, row.coming),
        can: { reply: replyProblem(row, 'absent', 0, now) === null },
      })),
    };
  }
}

function toMeeting({ startsAt, endsAt, cancelledAt, ...rest }: MeetingRow) {
  return {
    ...rest,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    cancelled: cancelledAt !== null,
  };
}
