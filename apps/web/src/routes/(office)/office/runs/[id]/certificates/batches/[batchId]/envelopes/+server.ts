import { certificationEnvelopesEndpoints } from '@kizuna/shared/contracts/certification.envelopes.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** Envelopes, or labels, of those of the batch who get their certificate by post. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, certificationEnvelopesEndpoints.printBatchEnvelopes, {
      params: { certificateBatchId: event.params.batchId },
      query: { kind: event.url.searchParams.get('kind') ?? 'envelope' },
    }),
  );
