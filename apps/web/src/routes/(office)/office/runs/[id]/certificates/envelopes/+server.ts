import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** Envelopes, or labels, of those who get their certificate by post. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    api(event).file(`/api/office/course-runs/${encodeURIComponent(event.params.id)}/envelopes`, {
      query: { kind: event.url.searchParams.get('kind') ?? 'envelope' },
    }),
  );
