import type { AccommodationWish } from '@kizuna/shared/vocabulary/enrolment';

/** One fictional resident per row: key, name, ふりがな, date of birth, district key, mail or none, wishes, note. */
export type ResidentRow = readonly [
  key: string,
  name: string,
  kana: string,
  bornOn: string,
  districtKey: string,
  mail: 'mail' | 'none',
  wishes?: readonly AccommodationWish[],
  wishNote?: string,
];
