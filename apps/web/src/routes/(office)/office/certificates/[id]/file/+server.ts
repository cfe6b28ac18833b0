import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The stored PDF of a certificate. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, certificationEndpoints.getCertificateFile, {
      params: { certificateId: event.params.id },
    }),
  );
