import type {
  DistrictList,
  HistoryList,
  PersonListQuery,
  PersonPage,
  ProfileView,
  SignInState,
  StaffList,
} from '@kizuna/shared/contracts/people';
import { parseCardNumber } from '@kizuna/shared/rules/card-number';
import { comparableKana, comparableText, phoneDigits } from '@kizuna/shared/rules/text';
import type { DistrictId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { AuditReader } from '../../platform/audit/index.js';
import { personOf, signedInPersonOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { decodeCursor, pageFrom } from '../../platform/paging/index.js';
import { AccountRepository } from './accounts/account.repository.js';
import { toHistoryEntry, toPersonRow, toProfileView, toStaffView } from './people.mapper.js';
import { gramsOf, searchTermsOf } from './people.policy.js';
import type { PersonRecord, SimilarPerson } from './people.record.js';
import { PeopleRepository } from './people.repository.js';
import { SignInRepository } from './sign-in/sign-in.repository.js';

/** Queries on people, for screens and for higher modules. */
@Injectable()
export class PeopleReader {
  constructor(
    private readonly people: PeopleRepository,
    private readonly accounts: AccountRepository,
    private readonly signIns: SignInRepository,
    private readonly auditReader: AuditReader,
    private readonly clock: Clock,
  ) {}

  /** A person by id, or null. */
  findPerson(personId: string): Promise<PersonRecord | null> {
    return this.people.find(personId);
  }

  /** @throws DomainError platform.not_found */
  async getPerson(personId: string): Promise<PersonRecord> {
    const person = await this.people.find(personId);
    if (!person) throw new DomainError('platform.not_found');
    return person;
  }

  /** Several people by id; unknown ids are left out. */
  async findPeople(personIds: readonly string[]): Promise<Map<string, PersonRecord>> {
    const unique = [...new Set(personIds)];
    const found = unique.length === 0 ? [] : await this.people.findMany(unique);
    return new Map(found.map((person) => [person.personId, person]));
  }

  /** Possible duplicates: equal reading or equal telephone. The best match first. */
  async findSimilar(asked: { kana?: string; phone?: string }): Promise<SimilarPerson[]> {
    const kanaKey = asked.kana ? comparableKana(asked.kana) || null : null;
    const digits = asked.phone ? phoneDigits(asked.phone) || null : null;
    return kanaKey === null && digits === null ? [] : this.people.findSimilar(kanaKey, digits);
  }

  /**
   * The owner of an open 受講カード: a typed number, a scanned one or the address in its QR code. Null if there is
   * none.
   */
  async findByCard(typed: string): Promise<string | null> {
    const number = parseCardNumber(typed);
    const card = number === undefined ? null : await this.accounts.findOpenCard(number);
    return card?.personId ?? null;
  }

  /** The ids of the people matching a search, for lists of higher modules; at most 200. */
  async findIdsBySearch(typed: string): Promise<string[]> {
    const terms = searchTermsOf(typed);
    const found = await this.people.search(terms, terms.flatMap(gramsOf), undefined, 200);
    return found.map((person) => person.personId);
  }

  /** The ids of people with an earlier name or reading matching the search; at most 200. */
  async findIdsByEarlierName(typed: string): Promise<string[]> {
    const terms = searchTermsOf(typed);
    if (terms.length === 0) return [];
    const borne = await this.people.listEarlierNames();
    const meant = borne.filter(({ name, kana }) => {
      const text = `${comparableText(name ?? '')} ${comparableKana(kana ?? '')}`;
      return terms.every((term) => text.includes(term));
    });
    return [...new Set(meant.map(({ personId }) => personId))].slice(0, 200);
  }

  async listPeople(asked: PersonListQuery): Promise<PersonPage> {
    const terms = searchTermsOf(asked.q ?? '');
    const after = decodeCursor<[string, string]>(asked.cursor, 2);
    const found = await this.people.search(terms, terms.flatMap(gramsOf), after, asked.limit + 1, asked.role);
    const { rows, nextCursor } = pageFrom(found, asked.limit, (row) => [row.kanaKey, row.personId]);
    return { items: rows.map(toPersonRow), nextCursor };
  }

  async listDistricts(): Promise<DistrictList> {
    const items = await this.people.listDistricts();
    return { items: items.map((item) => ({ ...item, districtId: item.districtId as DistrictId })) };
  }

  async listStaff(): Promise<StaffList> {
    return { items: (await this.people.listStaff()).map(toStaffView) };
  }

  /** The audit log of a person's record, newest first. @throws DomainError platform.not_found */
  async listHistory(personId: string): Promise<HistoryList> {
    await this.getPerson(personId);
    const entries = await this.auditReader.listFor('person', personId);
    const actors = await this.findPeople(entries.flatMap((entry) => entry.actorId ?? []));
    return {
      items: entries.map((entry) => toHistoryEntry(entry, actors.get(entry.actorId ?? '')?.name ?? null)),
    };
  }

  async getProfile(actor: Actor): Promise<ProfileView> {
    const { personId, via } = personOf(actor);
    const [person, open] = await Promise.all([
      this.getPerson(personId),
      this.signIns.countOpen(personId, this.clock.now()),
    ]);
    return toProfileView(person, via ?? 'password', open);
  }

  /** Who is signed in; asks nothing, the sign-in has been read. */
  getSignInState(actor: Actor): SignInState {
    return { person: signedInPersonOf(actor) };
  }
}
