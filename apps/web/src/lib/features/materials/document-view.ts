/** The view of a document; it is part of the URL, so that it works without JavaScript. */
export interface DocumentLook {
  view: 'page' | 'all' | 'text';
  page: number;
  /** Percentage of the column width. */
  zoom: number;
}

const zooms = [100, 150, 200, 300] as const;

/** Reads the view from the query; the page number is always valid. */
export function lookOf(params: URLSearchParams, pageCount: number): DocumentLook {
  const view = params.get('view');
  const page = Number.parseInt(params.get('page') ?? '1', 10);
  const zoom = Number.parseInt(params.get('zoom') ?? '100', 10);
  return {
    view: view === 'all' || view === 'text' ? view : 'page',
    page: Math.min(Math.max(Number.isInteger(page) ? page : 1, 1), Math.max(1, pageCount)),
    zoom: zooms.find((known) => known === zoom) ?? 100,
  };
}

/** The path of another view of the same document. */
export function lookHref(look: DocumentLook, change: Partial<DocumentLook>): string {
  const { view, page, zoom } = { ...look, ...change };
  const params = new URLSearchParams({ page: String(page) });
  if (view !== 'page') params.set('view', view);
  if (zoom !== 100) params.set('zoom', String(zoom));
  return `?${params.toString()}`;
}

/** The next zoom step, or null at the end. @param by 1 larger, -1 smaller */
export function nextZoom(zoom: number, by: 1 | -1): number | null {
  return zooms[zooms.findIndex((known) => known === zoom) + by] ?? null;
}
