import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The certificates of a batch as one PDF, for the printer. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, certificationBatchesEndpoints.printCertificateBatch, {
      params: { certificateBatchId: event.params.batchId },
    }),
  );
