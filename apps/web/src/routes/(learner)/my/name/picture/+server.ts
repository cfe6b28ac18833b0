import { completionNameConfirmationEndpoints } from '@kizuna/shared/contracts/completion.name-confirmation.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** One's own name in the letters of the certificate. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, completionNameConfirmationEndpoints.getOwnNamePicture, {
      query: { form: event.url.searchParams.get('form') },
    }),
  );
