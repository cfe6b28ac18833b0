import type { SupporterReach, SupporterSlot } from '@kizuna/shared/vocabulary/supporters';

/** What of a supporter decides who could go out together with whom. */
export interface Matchable {
  activityIds: readonly string[];
  slots: readonly SupporterSlot[];
  districtIds: readonly string[];
  reach: SupporterReach;
  address: string;
}

/** What two have in common. */
export interface Match {
  score: number;
  activityIds: string[];
  slots: SupporterSlot[];
  districtIds: string[];
  /** One of them goes anywhere in the city, so that the other's districts count, or all do. */
  anywhere: boolean;
  sameHousehold: boolean;
}

/** What one thing in common is worth: a shared wish weighs more than a shared half-day, that more than a district. */
export const weights = { activity: 100, slot: 10, district: 1, household: 50 } as const;
const mostDistricts = 9;

/**
 * What two supporters share, or null where they could not go out together: that needs a wish, a half-day and a place in
 * common. People of one household come after others: a pair should bring two households to a visit.
 */
export function matchOf(a: Matchable, b: Matchable): Match | null {
  const activityIds = common(a.activityIds, b.activityIds);
  const slots = common(a.slots, b.slots);
  const anywhere = a.reach === 'whole_city' || b.reach === 'whole_city';
  const districtIds = sharedDistricts(a, b);
  if (activityIds.length === 0 || slots.length === 0 || !(anywhere || districtIds.length > 0)) return null;
  const sameHousehold =
    comparableAddress(a.address) !== '' && comparableAddress(a.address) === comparableAddress(b.address);
  const score =
    activityIds.length * weights.activity +
    slots.length * weights.slot +
    Math.min(districtIds.length, mostDistricts) * weights.district -
    (sameHousehold ? weights.household : 0);
  return { score, activityIds, slots, districtIds, anywhere, sameHousehold };
}

function sharedDistricts(a: Matchable, b: Matchable): string[] {
  if (a.reach === 'whole_city' && b.reach === 'whole_city') return common(a.districtIds, b.districtIds);
  if (a.reach === 'whole_city') return [...b.districtIds].toSorted();
  if (b.reach === 'whole_city') return [...a.districtIds].toSorted();
  return common(a.districtIds, b.districtIds);
}

/** An address without the ways in which the same one is written: width, spaces, hyphens, 番地 and 号. */
function comparableAddress(address: string): string {
  return address
    .normalize('NFKC')
    .replace(/\u756a\u5730?\u306e?|\u53f7|\u4e01\u76ee|[-\u2010-\u2015\u2212\u30fc]/gu, '-')
    .replace(/\s+|-+$/gu, '');
}

function common<T extends string>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set(a.filter((each) => b.includes(each)))].toSorted();
}
