import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** One's own certificate in a digital form. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, certificationEndpoints.getOwnCredentialFile, {
      params: { certificateId: event.params.certificateId, form: event.params.form },
    }),
  );
