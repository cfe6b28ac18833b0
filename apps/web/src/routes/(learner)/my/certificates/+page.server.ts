import type { CertificateList } from '@kizuna/shared/contracts/certification';
import { myCertificates } from '#lib/i18n/messages/ja/my-certificates.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import type { PageServerLoad } from './$types';

/** One's own certificates, the valid ones first. */
export const load: PageServerLoad = async (event) => {
  const list = await loading(event, () => api(event).get<CertificateList>('/api/me/certificates'));
  const items = list.items
    .map((certificate) => ({ ...certificate, qr: qrPath(certificate.verifyUrl) }))
    .toSorted((a, b) => Number(b.state === 'valid') - Number(a.state === 'valid'));
  return { title: myCertificates.title, items };
};
