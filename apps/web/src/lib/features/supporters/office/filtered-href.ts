/** A path with the active filters as its query. */
export function filteredHref(path: string, filters: Record<string, string>): string {
  const params = Object.entries(filters).filter(([, value]) => value !== '');
  return params.length > 0 ? `${path}?${new URLSearchParams(params).toString()}` : path;
}
