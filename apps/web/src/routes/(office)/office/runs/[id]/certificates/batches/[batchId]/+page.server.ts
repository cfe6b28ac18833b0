import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { remedyOf } from '#lib/features/certification/office/batch-words.ts';
import { certificateBatches } from '#lib/i18n/messages/ja/certificate-batches.ts';
import { call } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** How far a batch is; when it is finished, what came of it. */
export const load: PageServerLoad = async (event) => {
  event.depends('kizuna:certificate-batch');
  const cursor = event.url.searchParams.get('cursor');
  const { batch, list, envelopes } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getCertificateBatchPage, {
      params: { certificateBatchId: event.params.batchId },
      query: { cursor },
    }),
  );
  const finished = batch.finishedAt !== null;
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
