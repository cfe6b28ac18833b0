import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** A certificate in a digital form. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, certificationEndpoints.getCredentialFile, {
      params: { certificateId: event.params.id, form: event.params.form },
    }),
  );
