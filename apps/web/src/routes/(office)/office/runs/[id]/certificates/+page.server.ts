import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import { certificationEnvelopesEndpoints } from '@kizuna/shared/contracts/certification.envelopes.endpoints';
import { certificatesOffice } from '#lib/i18n/messages/ja/certificates-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { runCompletions } from './run-completions.server.ts';
import type { PageServerLoad } from './$types';

/** Who can be given a certificate, who cannot and why, and what is being made. */
export const load: PageServerLoad = async (event) => {
  const [{ run, items }, batches] = await Promise.all([
    runCompletions(event, event.params.id),
    loading(event, () =>
      call(event, certificationBatchesEndpoints.listCertificateBatches, {
        params: { courseRunId: event.params.id },
      }),
    ),
  ]);
  const issued = items.filter((item) => item.certificateId !== null);
  const open = items.filter((item) => item.certificateId === null);
  return {
    title: certificatesOffice.issueTitle,
    run,
    running: batches.items.filter((batch) => batch.finishedAt === null),
    finished: batches.items.filter((batch) => batch.finishedAt !== null),
    ready: open.filter((item) => item.complete),
    undrawable: open.filter((item) => item.undrawable.length > 0),
    notReady: open.filter((item) => !item.complete && item.undrawable.length === 0),
    issued,
    envelopes:
      issued.length > 0
        ? await loading(event, () =>
            call(event, certificationEnvelopesEndpoints.listRunEnvelopes, {
              params: { courseRunId: event.params.id },
            }),
          )
        : null,
  };
};
