import type { SupporterReach, SupporterSlot } from '@kizuna/shared/vocabulary/supporters';

/** The facts about a supporter that decide with whom they could go out. */
export interface Matchable {
  activityIds: readonly string[];
  slots: readonly SupporterSlot[];
  districtIds: readonly string[];
  reach: SupporterReach;
  address: string;
}

/** What two supporters have in common. */
export interface Match {
  score: number;
  activityIds: string[];
  slots: SupporterSlot[];
  districtIds: string[];
  /** One of them goes anywhere in the city, so all of the other's districts count, or all districts. */
  anywhere: boolean;
  sameHousehold: boolean;
}

/**
 * The weight of each thing in common: a shared wish counts more than a shared half-day, and that more than a district.
 */
export const weights = { activity: 100, slot: 10, district: 1, household: 50 } as const;
const mostDistricts = 9;

/**
 * What two supporters share, or null if they could not go out together: that requires a wish, a half-day and a place in
 * common. Members of one household rank lower: a pair should come from two households.
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

/** An address normalised for different spellings: width, spaces, hyphens, 番地 and 号. */
function comparableAddress(address: string): string {
  return address
    .normalize('NFKC')
    .replace(/\u756a\u5730?\u306e?|\u53f7|\u4e01\u76ee|[-\u2010-\u2015\u2212\u30fc]/gu, '-')
    .replace(/\s+|-+$/gu, '');
}

function common<T extends string>(a: readonly T[], b: readonly T[]): T[] {
  return [...new Set(a.filter((each) => b.includes(each)))].toSorted();
}
