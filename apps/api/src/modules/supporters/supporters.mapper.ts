import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { civilDateOf, type CivilDate } from '@kizuna/shared/rules/civil-date';
import type { PledgeOccasion, SupporterWay } from '@kizuna/shared/vocabulary/supporters';

import type { PersonRecord } from '../people/index.js';
import { isRenewalOpen, supporterTransitions, type SupporterTerms } from './supporters.policy.js';
import type { SupporterRecord } from './supporters.repository.js';

export interface AgreementRow {
  supporterId: string;
  version: number;
  agreedAt: Date;
  way: SupporterWay;
  occasion: PledgeOccasion;
}

/** The data beyond its own row that a view of a registration needs. */
export interface SupporterSurroundings {
  people: ReadonlyMap<string, PersonRecord>;
  agreements: ReadonlyMap<string, readonly AgreementRow[]>;
  activityNames: ReadonlyMap<string, string>;
  districtNames: ReadonlyMap<string, string>;
  terms: SupporterTerms;
  today: CivilDate;
}

/** A registration with its person, its names in the office's order, and the allowed actions. */
export function toSupporterView(row: SupporterRecord, around: SupporterSurroundings): SupporterView {
  const person = around.people.get(row.personId);
  const { id, appliedAt, activityIds, districtIds, leaveFrom, leaveUntil, leaveReason, ...rest } = row;
  const { cardCode, cardPrintedAt: _at, cardPrintedUntil: _until, ...said } = rest;
  return {
    ...said,
    supporterId: id,
    name: person?.name ?? '',
    kana: person?.kana ?? '',
    phone: person?.phone ?? null,
    email: person?.email ?? null,
    address: person?.address ?? '',
    homeDistrict: person?.districtName ?? null,
    appliedOn: civilDateOf(appliedAt),
    activities: namesOf(activityIds, around.activityNames),
    districts: namesOf(districtIds, around.districtNames),
    leave: leaveFrom === null ? null : { fromOn: leaveFrom, untilOn: leaveUntil, reason: leaveReason },
    cardPrintedOn: printedOn(row),
    pledges: (around.agreements.get(id) ?? []).map(({ version, agreedAt, way, occasion }) => ({
      version,
      agreedAt: agreedAt.toISOString(),
      way,
      occasion,
    })),
    can: { ...possibleWith(row, around), card: cardCode !== null && isCurrent(row) },
  } as SupporterView;
}

function possibleWith(row: SupporterRecord, { terms, today }: SupporterSurroundings) {
  const possible = supporterTransitions[row.state];
  return {
    confirm: possible.confirm !== undefined,
    change: possible.change !== undefined,
    renew: possible.renew !== undefined && isRenewalOpen(row.validUntil, today, terms),
    rest: possible.rest !== undefined,
    comeBack: possible.come_back !== undefined || (row.state === 'active' && row.leaveFrom !== null),
    end: possible.end !== undefined,
  };
}

function isCurrent(row: SupporterRecord): boolean {
  return row.state === 'active' || row.state === 'on_leave';
}

/** The date on which the current card was printed; null if its expiry date is out of date. */
function printedOn({ cardPrintedAt, cardPrintedUntil, validUntil }: SupporterRecord): CivilDate | null {
  return cardPrintedAt !== null && cardPrintedUntil === validUntil ? civilDateOf(cardPrintedAt) : null;
}

/** In the order of the office's own list. */
function namesOf(ids: readonly string[], names: ReadonlyMap<string, string>) {
  return [...names].filter(([id]) => ids.includes(id)).map(([id, name]) => ({ id, name }));
}
