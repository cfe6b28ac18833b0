import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** Cards of everybody who is active, ten on a sheet of A4. */
export const GET: RequestHandler = (event) =>
  loading(event, () => api(event).file('/api/office/supporter-cards'));
