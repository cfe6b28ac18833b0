import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The certificate as PDF. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, certificationEndpoints.getOwnCertificateFile, {
      params: { certificateId: event.params.certificateId },
    }),
  );
