import type { DistrictView } from '@kizuna/shared/contracts/people';

/** The districts as options of a select, grouped by area. */
export function districtOptions(
  districts: readonly DistrictView[],
): { value: string; label: string; group: string }[] {
  return districts.map(({ districtId, name, area }) => ({ value: districtId, label: name, group: area }));
}
