import type { BatchItemPage, CertificateBatchView } from '@kizuna/shared/contracts/certification.batches';
import type { EnvelopeList } from '@kizuna/shared/contracts/certification.envelopes';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { remedyOf } from '#lib/features/certification/office/batch-words.ts';
import { certificateBatches } from '#lib/i18n/messages/ja/certificate-batches.ts';
import { api } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** How far a batch is; when it is finished, what came of it. */
export const load: PageServerLoad = async (event) => {
  event.depends('kizuna:certificate-batch');
  const place = `/api/office/certificate-batches/${encodeURIComponent(event.params.batchId)}`;
  const cursor = event.url.searchParams.get('cursor');
  const batch = await loading(event, () => api(event).get<CertificateBatchView>(place));
  const finished = batch.finishedAt !== null;
  const list = finished
    ? await loading(event, () => api(event).get<BatchItemPage>(`${place}/items`, { query: { cursor } }))
    : null;
  const envelopes =
    finished && batch.issued > 0
      ? await loading(event, () => api(event).get<EnvelopeList>(`${place}/envelopes/list`))
      : null;
  return {
    title: finished ? certificateBatches.titleFinished : certificateBatches.titleRunning,
    batch,
    list,
    envelopes,
    isFirst: cursor === null,
    refused: batch.refusals.map((refusal) => ({
      ...refusal,
      reason: messageOf(refusal.code as ErrorCode, refusal.params),
      remedy: remedyOf(refusal),
    })),
  };
};
