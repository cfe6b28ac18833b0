/** How a document is looked at; it stands in the address, so that it works without JavaScript. */
export interface DocumentLook {
  view: 'page' | 'all' | 'text';
  page: number;
  /** Percent of the width of the column. */
  zoom: number;
}

const zooms = [100, 150, 200, 300] as const;

/** Reads the look from an address; whatever it says, the page exists. */
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

/** The address of another look at the same document. */
export function lookHref(look: DocumentLook, change: Partial<DocumentLook>): string {
  const { view, page, zoom } = { ...look, ...change };
  const params = new URLSearchParams({ page: String(page) });
  if (view !== 'page') params.set('view', view);
  if (zoom !== 100) params.set('zoom', String(zoom));
  return `?${params.toString()}`;
}

/** The next step of the size, or null at the end. @param by 1 larger, -1 smaller */
export function nextZoom(zoom: number, by: 1 | -1): number | null {
  return zooms[zooms.findIndex((known) => known === zoom) + by] ?? null;
}
