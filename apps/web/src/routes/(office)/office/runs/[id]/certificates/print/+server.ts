import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** All certificates of a run as one PDF, for the printer. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    api(event).file(`/api/office/course-runs/${encodeURIComponent(event.params.id)}/certificates/print`),
  );
