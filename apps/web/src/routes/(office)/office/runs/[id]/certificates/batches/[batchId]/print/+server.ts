import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The certificates of a batch as one PDF, for the printer. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    api(event).file(`/api/office/certificate-batches/${encodeURIComponent(event.params.batchId)}/print`),
  );
