import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** One's own certificate in a digital form. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    api(event).file(
      `/api/me/certificates/${encodeURIComponent(event.params.certificateId)}/credentials/${encodeURIComponent(event.params.form)}`,
    ),
  );
