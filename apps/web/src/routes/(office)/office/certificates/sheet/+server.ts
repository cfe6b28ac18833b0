import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The ledger as paper, of the year and course in the address. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    api(event).file('/api/office/ledger/sheet', { query: Object.fromEntries(event.url.searchParams) }),
  );
