import type {
  CandidateList,
  GroupViewingList,
  GroupViewingListQuery,
  GroupViewingView,
  ShowableFilmList,
  ViewingScreen,
} from '@kizuna/shared/contracts/viewings';
import { civilDateOf, fiscalYearOf } from '@kizuna/shared/rules/civil-date';
import { comparableKana } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { may, personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppConfig } from '../../platform/config/app-config.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { VideoShowableReader, WatchReader } from '../video/index.js';
import { ViewingsCandidatesReader } from './viewings.candidates.reader.js';
import { toSummary, toView, type AttendeeRow, type ViewingRow } from './viewings.mapper.js';
import { ViewingsPeopleReader } from './viewings.people.reader.js';
import { checkInWindow, doorOf } from './viewings.policy.js';

const select = `
  SELECT v.id, v.video_id AS "videoId", v.organiser_id AS "organiserId", v.association, v.district_id AS "districtId",
    v.place, v.held_on::text AS "heldOn", v.starts_at AS "startsAt", v.ends_at AS "endsAt",
    v.expected_count AS "expectedCount", v.others_count AS "othersCount", v.state, v.state_reason AS "stateReason",
    v.code, v.revision, (SELECT count(*)::int FROM group_viewing_attendees a
      WHERE a.group_viewing_id = v.id AND a.removed_at IS NULL) AS "attendeeCount"
  FROM group_viewings v`;

/** Group viewings for their organisers. */
@Injectable()
export class ViewingsReader {
  constructor(
    private readonly sql: Sql,
    private readonly films: VideoShowableReader,
    private readonly watching: WatchReader,
    private readonly people: ViewingsPeopleReader,
    private readonly candidates: ViewingsCandidatesReader,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** The films that can be shown. */
  async listFilms(): Promise<ShowableFilmList> {
    return { items: await this.films.listFilms() };
  }

  /** The showings of a fiscal year, latest first: the actor's own, or all for the office. */
  async listViewings(actor: Actor, asked: GroupViewingListQuery): Promise<GroupViewingList> {
    const fiscalYear = asked.fiscalYear ?? fiscalYearOf(civilDateOf(this.clock.now()));
    const rows = await this.sql.query<ViewingRow>(
      `${select} WHERE v.held_on BETWEEN $1::date AND $2::date AND ($3::uuid IS NULL OR v.organiser_id = $3)
       ORDER BY v.starts_at DESC, v.id`,
      [`${fiscalYear}-04-01`, `${fiscalYear + 1}-03-31`, seesAll(actor) ? null : personOf(actor).personId],
    );
    const words = await this.people.wordsOf(rows);
    return { fiscalYear, items: rows.map((row) => toSummary(row, words, this.clock.now())) };
  }

  /** A showing organised by the actor, or any for the office. @throws DomainError platform.not_found */
  async getViewing(actor: Actor, id: string): Promise<ViewingRow> {
    const [row] = await this.sql.prepared<ViewingRow>('viewings.by-id', `${select} WHERE v.id = $1`, [id]);
    const mine = row !== undefined && (seesAll(actor) || row.organiserId === personOf(actor).personId);
    if (!mine) throw new DomainError('platform.not_found');
    return row;
  }

  /** The page of a showing. @throws DomainError platform.not_found */
  async view(actor: Actor, id: string): Promise<GroupViewingView> {
    const row = await this.getViewing(actor, id);
    const [words, attendees, history, lookUp] = await Promise.all([
      this.people.wordsOf([row]),
      this.attendeesOf(row),
      this.people.historyOf(id),
      this.candidates.mayLookUp(actor, row.videoId),
    ]);
    return toView(row, words, {
      attendees,
      history,
      lookUp,
      now: this.clock.now(),
      isOffice: seesAll(actor),
    });
  }

  /** The page for the projector. @throws DomainError platform.not_found */
  async screen(actor: Actor, id: string): Promise<ViewingScreen> {
    const row = await this.getViewing(actor, id);
    const now = this.clock.now();
    const { film } = await this.watching.getLessonFilms(personOf(actor).personId, row.videoId, null);
    if (!film) throw new DomainError('platform.not_found');
    const { from, until } = checkInWindow(row);
    return {
      groupViewingId: row.id,
      film: film.video,
      association: row.association,
      place: row.place,
      heldOn: row.heldOn,
      startsAt: row.startsAt.toISOString(),
      state: row.state,
      code: row.code,
      checkInUrl: `${this.config.publicOrigin}/s/${row.code}`,
      checkInFrom: from.toISOString(),
      checkInUntil: until.toISOString(),
      checkInOpen: doorOf(row, now) === 'open',
      attendeeCount: row.attendeeCount,
    } as ViewingScreen;
  }

  /** The people the actor may tick from a paper roster. @throws DomainError platform.not_found */
  async listCandidates(actor: Actor, id: string, typed: string | undefined): Promise<CandidateList> {
    const row = await this.getViewing(actor, id);
    const { personIds, more } = await this.candidates.find(actor, row.videoId, typed);
    const [people, enrolled, attendees] = await Promise.all([
      this.people.peopleOf(personIds),
      this.people.enrolledAmong(row.videoId, personIds),
      this.attendeeRows(id),
    ]);
    const present = new Set(attendees.filter((one) => one.removedAt === null).map((one) => one.personId));
    const items = personIds.flatMap((personId) => {
      const person = people.get(personId);
      if (!person) return [];
      const { name, kana, districtName } = person;
      return [
        {
          personId,
          name,
          kana,
          districtName,
          enrolled: enrolled.has(personId),
          present: present.has(personId),
        },
      ];
    });
    return { items: byKana(items), more } as CandidateList;
  }

  private async attendeesOf(row: ViewingRow): Promise<AttendeeRow[]> {
    const rows = await this.attendeeRows(row.id);
    const ids = rows.map(({ personId }) => personId);
    const [people, enrolled] = await Promise.all([
      this.people.peopleOf(ids),
      this.people.enrolledAmong(row.videoId, ids),
    ]);
    return byKana(
      rows.map((one) => ({
        ...one,
        name: people.get(one.personId)?.name ?? '',
        kana: people.get(one.personId)?.kana ?? '',
        enrolled: enrolled.has(one.personId),
      })),
    );
  }

  private attendeeRows(id: string): Promise<Omit<AttendeeRow, 'name' | 'kana' | 'enrolled'>[]> {
    return this.sql.prepared(
      'viewings.attendees',
      `SELECT person_id AS "personId", came_by AS "cameBy", recorded_at AS "recordedAt", removed_at AS "removedAt",
         removed_reason AS "removedReason" FROM group_viewing_attendees WHERE group_viewing_id = $1`,
      [id],
    );
  }
}

/** Whether the actor sees all showings (the office); organisers only see their own. */
export function seesAll(actor: Actor): boolean {
  return may(actor, 'person.read');
}

function byKana<T extends { kana: string; personId: string }>(rows: readonly T[]): T[] {
  const keys = new Map(rows.map((row) => [row, `${comparableKana(row.kana)} ${row.personId}`]));
  return rows.toSorted((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1));
}
