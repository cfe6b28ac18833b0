import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { certificatesOffice } from '#lib/i18n/messages/ja/certificates-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Who can be given a certificate, who cannot and why, and what is being made. */
export const load: PageServerLoad = async (event) => {
  const { run, completions, batches, envelopes } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getRunCertificatesPage, { params: { courseRunId: event.params.id } }),
  );
  const open = completions.filter((item) => item.certificateId === null);
  return {
    title: certificatesOffice.issueTitle,
    run,
    running: batches.filter((batch) => batch.finishedAt === null),
    finished: batches.filter((batch) => batch.finishedAt !== null),
    ready: open.filter((item) => item.complete),
    undrawable: open.filter((item) => item.undrawable.length > 0),
    notReady: open.filter((item) => !item.complete && item.undrawable.length === 0),
    issued: completions.filter((item) => item.certificateId !== null),
    envelopes,
  };
};
