import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { myCertificates } from '#lib/i18n/messages/ja/my-certificates.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import type { PageServerLoad } from './$types';

/** One's own certificates, the valid ones first. */
export const load: PageServerLoad = async (event) => {
  const list = await loading(event, () => call(event, certificationEndpoints.listOwnCertificates));
  const items = list.items
    .map((certificate) => ({ ...certificate, qr: qrPath(certificate.verifyUrl) }))
    .toSorted((a, b) => Number(b.state === 'valid') - Number(a.state === 'valid'));
  return { title: myCertificates.title, items };
};
