import type { PairCandidate, PairCandidateList } from '@kizuna/shared/contracts/activities';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { PeopleReader } from '../../people/index.js';
import { SupportersReader } from '../../supporters/index.js';
import { matchOf, type Matchable } from './matching.policy.js';

interface CandidateRow extends Omit<Matchable, 'address'> {
  id: string;
  personId: string;
}

/**
 * Active supporters who share a wish, a half-day and a place with $1. Filtering in the database leaves out those the
 * policy would reject anyway: of two thousand supporters some hundreds remain.
 */
const selectPossible = `SELECT s.id, s.person_id AS "personId", s.activity_ids AS "activityIds", s.slots,
    s.district_ids AS "districtIds", s.reach
  FROM supporters self JOIN supporters s ON s.id <> self.id AND s.state = 'active'
    AND s.activity_ids && self.activity_ids AND s.slots && self.slots
    AND ('whole_city' IN (s.reach, self.reach) OR s.district_ids && self.district_ids)
  WHERE self.id = $1`;
const selectOpenPairs = `SELECT first_id AS "firstId", second_id AS "secondId" FROM supporter_pairs
  WHERE dissolved_at IS NULL`;

/** Nobody reads further than this; the total is shown. */
const mostShown = 50;

/** Who could go out together with a supporter, and why. */
@Injectable()
export class PairCandidateReader {
  constructor(
    private readonly sql: Sql,
    private readonly supporters: SupportersReader,
    private readonly people: PeopleReader,
  ) {}

  /** Best matches first; existing partners are left out. @throws platform.not_found */
  async of(id: string): Promise<PairCandidateList> {
    const [self, rows, partners, districts] = await Promise.all([
      this.supporters.getView(id),
      this.sql.query<CandidateRow>(selectPossible, [id]),
      this.partners(),
      this.people.listDistricts(),
    ]);
    const own = partners.get(id) ?? [];
    const others = rows.filter((row) => !own.includes(row.id));
    const people = await this.people.findPeople(others.map((row) => row.personId));
    const activityNames = new Map<string, string>(self.activities.map((each) => [each.id, each.name]));
    const districtNames = new Map<string, string>(
      districts.items.map((each) => [each.districtId, each.name]),
    );
    const me = matchable(self);
    const items = others.flatMap(({ id: supporterId, personId, ...row }) => {
      const person = people.get(personId);
      const match = person && matchOf(me, { ...row, address: person.address });
      if (!match) return [];
      const { activityIds, districtIds, ...same } = match;
      return {
        ...same,
        supporterId,
        personId,
        name: person.name,
        kana: person.kana,
        activities: activityIds.map((each) => activityNames.get(each) ?? ''),
        districts: districtIds.map((each) => districtNames.get(each) ?? ''),
        openPairs: partners.get(supporterId)?.length ?? 0,
      } as PairCandidate;
    });
    const best = items.toSorted((a, b) => b.score - a.score || a.openPairs - b.openPairs);
    return { items: best.slice(0, mostShown), total: items.length };
  }

  /** The partners of each supporter. */
  private async partners(): Promise<Map<string, string[]>> {
    const pairs = await this.sql.query<{ firstId: string; secondId: string }>(selectOpenPairs);
    const partners = new Map<string, string[]>();
    const add = (one: string, other: string) => partners.set(one, [...(partners.get(one) ?? []), other]);
    for (const { firstId, secondId } of pairs) {
      add(firstId, secondId);
      add(secondId, firstId);
    }
    return partners;
  }
}

function matchable({ activities, slots, districts, reach, address }: SupporterView): Matchable {
  return {
    activityIds: activities.map((each) => each.id),
    slots,
    districtIds: districts.map((each) => each.id),
    reach,
    address,
  };
}
