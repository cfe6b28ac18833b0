import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** All certificates of a run as one PDF, for the printer. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, certificationEndpoints.printRunCertificates, {
      params: { courseRunId: event.params.id },
    }),
  );
