import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The sheet as it would be printed, marked 「見本」; with `?name=blank` without the name. Nothing is written. */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, certificationEndpoints.previewCertificate, {
      body: {
        enrolmentId: event.params.enrolmentId,
        nameLeftBlank: event.url.searchParams.get('name') === 'blank',
      },
    }),
  );
