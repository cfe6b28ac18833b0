import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** Envelopes, or labels, of those of the batch who get their certificate by post. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    api(event).file(`/api/office/certificate-batches/${encodeURIComponent(event.params.batchId)}/envelopes`, {
      query: { kind: event.url.searchParams.get('kind') ?? 'envelope' },
    }),
  );
