import { error } from '@sveltejs/kit';
import { api } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

const files = [
  'applications.csv',
  'roster.csv',
  'ledger.csv',
  'ledger-shift-jis.csv',
  'progress.csv',
  'group-viewings.csv',
  'supporters.csv',
];

/** A CSV of the API, handed on with its name; filters stand in the address. */
export const GET: RequestHandler = (event) => {
  if (!files.includes(event.params.file)) error(404, { message: messageOf('platform.not_found') });
  const query = Object.fromEntries(event.url.searchParams);
  return loading(event, () => api(event).file(`/api/office/exports/${event.params.file}`, { query }));
};
