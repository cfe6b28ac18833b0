import type {
  MySupporter,
  SupporterFilter,
  SupporterListQuery,
  SupporterOfPerson,
  SupporterPage,
  SupporterView,
} from '@kizuna/shared/contracts/supporters';
import { addDays, civilDateOf } from '@kizuna/shared/rules/civil-date';
import { currentSupporterStates } from '@kizuna/shared/vocabulary/supporters';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { decodeCursor, pageFrom } from '../../platform/paging/index.js';
import { CertificationReader } from '../certification/index.js';
import { PeopleReader } from '../people/index.js';
import type { SupporterDraftAnswers } from './registration/registration-draft.repository.js';
import { SupporterSettingsReader } from './settings/supporter-settings.reader.js';
import { toSupporterView, type AgreementRow } from './supporters.mapper.js';
import { supporterColumns, type SupporterRecord } from './supporters.repository.js';

const current = `s.state IN ('applied', 'active', 'on_leave')`;

/** The condition of a filter; its parameters are $1 to $8. */
const filtered = `($1::text IS NULL OR s.state = $1) AND ($2::uuid IS NULL OR $2 = ANY(s.activity_ids))
  AND ($3::text IS NULL OR $3 = ANY(s.slots))
  AND ($4::uuid IS NULL OR s.reach = 'whole_city' OR $4 = ANY(s.district_ids))
  AND ($5::text IS NULL OR s.number LIKE '%' || $5 || '%' OR s.person_id = ANY($6::uuid[]))
  AND ($7::date IS NULL OR (${current} AND s.valid_until <= $7))
  AND ($8::text IS NULL OR (s.card_code IS NOT NULL AND s.state IN ('active', 'on_leave')
    AND ($8 = 'any' OR s.card_printed_until IS DISTINCT FROM s.valid_until)))`;

/** Registrations for the office's lists, for a person's own page and for higher modules. */
@Injectable()
export class SupportersReader {
  constructor(
    private readonly sql: Sql,
    private readonly settings: SupporterSettingsReader,
    private readonly people: PeopleReader,
    private readonly certificates: CertificationReader,
    private readonly clock: Clock,
  ) {}

  /** In order of arrival, filtered by state, wish, half-day, district, name or number. */
  async list(q: SupporterListQuery): Promise<SupporterPage> {
    const after = decodeCursor<[string]>(q.cursor, 1);
    const rows = await this.sql.query<SupporterRecord>(
      `SELECT ${supporterColumns} FROM supporters s WHERE ${filtered} AND ($9::uuid IS NULL OR s.id > $9)
       ORDER BY s.id LIMIT $10`,
      [...(await this.filterValues(q)), uuidOrNull(after?.[0]), q.limit + 1],
    );
    const page = pageFrom(rows, q.limit, (row) => [row.id]);
    return { items: await this.toViews(page.rows), nextCursor: page.nextCursor };
  }

  /** Everyone who matches a filter, without paging. */
  async idsOf(filter: SupporterFilter): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `SELECT s.id FROM supporters s WHERE ${filtered} ORDER BY s.id`,
      await this.filterValues(filter),
    );
    return rows.map((row) => row.id);
  }

  /** The names for the ids of a filter, for the heading of a list. */
  async filterNames({
    activityId,
    districtId,
  }: SupporterFilter): Promise<{ activity: string | null; district: string | null }> {
    const [activities, districts] = await Promise.all([
      this.settings.listActivities(),
      this.people.listDistricts(),
    ]);
    return {
      activity: activities.find((each) => each.activityId === activityId)?.name ?? null,
      district: districts.items.find((each) => each.districtId === districtId)?.name ?? null,
    };
  }

  /** @throws platform.not_found */
  async getView(id: string): Promise<SupporterView> {
    const [view] = await this.viewsOf([id]);
    if (!view) throw new DomainError('platform.not_found');
    return view;
  }

  /** Several by id, in the order of their numbers; unknown ids are omitted. */
  async viewsOf(ids: readonly string[]): Promise<SupporterView[]> {
    const rows = await this.sql.prepared<SupporterRecord>(
      'supporters.by-ids',
      `SELECT ${supporterColumns} FROM supporters s WHERE s.id = ANY($1::uuid[]) ORDER BY s.fiscal_year, s.serial, s.id`,
      [ids],
    );
    return this.toViews(rows);
  }

  /** All active supporters, by number. */
  async listActive(): Promise<SupporterView[]> {
    const rows = await this.sql.query<SupporterRecord>(
      `SELECT ${supporterColumns} FROM supporters s WHERE s.state = 'active' ORDER BY s.fiscal_year, s.serial`,
    );
    return this.toViews(rows);
  }

  /** The current registration of a person, else the last one. */
  async latestOf(personId: string): Promise<SupporterView | null> {
    return (await this.standingOf(personId)).registration;
  }

  /** The id of the actor's current registration. @throws platform.not_found */
  async ownId(actor: Actor): Promise<string> {
    const row = await this.sql.one<{ id: string }>(
      `SELECT s.id FROM supporters s WHERE s.person_id = $1 AND ${current}`,
      [personOf(actor).personId],
    );
    if (!row) throw new DomainError('platform.not_found');
    return row.id;
  }

  async mine(actor: Actor): Promise<MySupporter> {
    const { personId } = personOf(actor);
    const [{ registration, certified, draftBegun }, pledge] = await Promise.all([
      this.standingOf(personId),
      this.settings.pledge(),
    ]);
    return { registration, can: canRegister(registration, certified), pledge, draftBegun };
  }

  /** The person's unfinished form, or null. */
  async draftOf(personId: string): Promise<SupporterDraftAnswers | null> {
    const row = await this.sql.one<{ answers: SupporterDraftAnswers }>(
      'SELECT answers FROM supporter_drafts WHERE person_id = $1',
      [personId],
    );
    return row?.answers ?? null;
  }

  async ofPerson(personId: string): Promise<SupporterOfPerson> {
    const { registration, certified } = await this.standingOf(personId);
    return { registration, can: canRegister(registration, certified) };
  }

  /** The current registration, else the last one, with what decides whether the person may register. */
  private async standingOf(
    personId: string,
  ): Promise<{ registration: SupporterView | null; certified: boolean; draftBegun: boolean }> {
    const [rows, [standing]] = await Promise.all([
      this.sql.prepared<SupporterRecord>(
        'supporters.latest',
        `SELECT ${supporterColumns} FROM supporters s WHERE s.person_id = $1 ORDER BY ${current} DESC, s.id DESC LIMIT 1`,
        [personId],
      ),
      this.sql.prepared<{ certified: boolean; draftBegun: boolean }>(
        'supporters.standing',
        `SELECT EXISTS (SELECT FROM page_certificates WHERE person_id = $1) AS certified,
           EXISTS (SELECT FROM supporter_drafts WHERE person_id = $1) AS "draftBegun"`,
        [personId],
      ),
    ]);
    const [registration] = await this.toViews(rows);
    return { registration: registration ?? null, ...standing! };
  }

  /** The office's open work: applications, and registrations whose renewal is due. */
  async openCounts(): Promise<{ supportersWaiting: number; renewalsDue: number }> {
    const row = await this.sql.one<{ supportersWaiting: number; renewalsDue: number }>(
      `SELECT count(*) FILTER (WHERE s.state = 'applied')::int AS "supportersWaiting",
         count(*) FILTER (WHERE ${current} AND s.valid_until <= $1)::int AS "renewalsDue" FROM supporters s`,
      [await this.renewalHorizon()],
    );
    return row ?? { supportersWaiting: 0, renewalsDue: 0 };
  }

  /** The latest expiry date for which renewal is already open. */
  private async renewalHorizon(): Promise<string> {
    return addDays(civilDateOf(this.clock.now()), (await this.settings.terms()).firstReminderDays);
  }

  private async filterValues(q: SupporterFilter): Promise<unknown[]> {
    return [
      q.state ?? null,
      q.activityId ?? null,
      q.slot ?? null,
      q.districtId ?? null,
      q.q ? q.q.normalize('NFKC') : null,
      q.q ? await this.people.findIdsBySearch(q.q) : [],
      q.renewalDue ? await this.renewalHorizon() : null,
      q.card ?? null,
    ];
  }

  private async toViews(rows: readonly SupporterRecord[]): Promise<SupporterView[]> {
    if (rows.length === 0) return [];
    const [people, agreements, activities, districts, terms] = await Promise.all([
      this.people.findPeople(rows.map((row) => row.personId)),
      this.sql.prepared<AgreementRow>(
        'supporters.agreements',
        `SELECT supporter_id AS "supporterId", version, agreed_at AS "agreedAt", way, occasion
         FROM supporter_pledge_agreements WHERE supporter_id = ANY($1::uuid[]) ORDER BY id`,
        [rows.map((row) => row.id)],
      ),
      this.settings.listActivities(),
      this.people.listDistricts(),
      this.settings.terms(),
    ]);
    const around = {
      people,
      agreements: bySupporter(agreements),
      activityNames: new Map<string, string>(activities.map((each) => [each.activityId, each.name])),
      districtNames: new Map<string, string>(
        districts.items.map((each) => [each.districtId, `${each.area} ${each.name}`]),
      ),
      terms,
      today: civilDateOf(this.clock.now()),
    };
    return rows.map((row) => toSupporterView(row, around));
  }
}

function canRegister(registration: SupporterView | null, certified: boolean): { register: boolean } {
  return { register: certified && !currentSupporterStates.some((state) => state === registration?.state) };
}

function bySupporter(agreements: readonly AgreementRow[]): Map<string, AgreementRow[]> {
  const found = new Map<string, AgreementRow[]>();
  for (const agreement of agreements) {
    const others = found.get(agreement.supporterId);
    if (others) others.push(agreement);
    else found.set(agreement.supporterId, [agreement]);
  }
  return found;
}

function uuidOrNull(value: string | undefined): string | null {
  return value !== undefined && /^[0-9a-f-]{36}$/i.test(value) ? value : null;
}
