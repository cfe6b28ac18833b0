/** A path with the filters that are on. */
export function filteredHref(path: string, filters: Record<string, string>): string {
  const params = Object.entries(filters).filter(([, value]) => value !== '');
  return params.length > 0 ? `${path}?${new URLSearchParams(params).toString()}` : path;
}
