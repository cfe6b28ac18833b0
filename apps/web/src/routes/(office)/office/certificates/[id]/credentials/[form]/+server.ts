import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** A certificate in a digital form. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    api(event).file(
      `/api/office/certificates/${encodeURIComponent(event.params.id)}/credentials/${encodeURIComponent(event.params.form)}`,
    ),
  );
