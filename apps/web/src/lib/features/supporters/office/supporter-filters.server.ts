const names = ['q', 'state', 'activityId', 'slot', 'districtId', 'renewalDue'] as const;
export type SupporterFilters = Record<(typeof names)[number], string>;

/** The filters of the list of supporters, read from the URL; '' if a filter is not set. */
export function supporterFiltersOf(url: URL): SupporterFilters {
  const read = (name: string) => url.searchParams.get(name) ?? '';
  return Object.fromEntries(names.map((name) => [name, read(name)])) as SupporterFilters;
}
