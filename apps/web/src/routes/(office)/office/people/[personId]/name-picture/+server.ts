import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** A person's name in the letters of the certificate. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    api(event).file(
      `/api/office/people/${encodeURIComponent(event.params.personId)}/name-confirmation/picture`,
      { query: { form: event.url.searchParams.get('form') } },
    ),
  );
