import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The card of a supporter as PDF. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    api(event).file(`/api/office/supporters/${encodeURIComponent(event.params.supporterId)}/card`),
  );
