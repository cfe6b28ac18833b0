import type { CertificateView, ReissuePreview } from '@kizuna/shared/contracts/certification';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

const pathOf = (id: string) => `/api/office/certificates/${encodeURIComponent(id)}`;

/** A valid certificate comes with what its next copy would say, so that the difference is seen before it is confirmed. */
export const load: PageServerLoad = (event) =>
  loading(event, async () => {
    const certificate = await api(event).get<CertificateView>(pathOf(event.params.id));
    const preview =
      certificate.state === 'valid'
        ? await api(event).get<ReissuePreview>(`${pathOf(event.params.id)}/reissue-preview`)
        : null;
    const done = (['revoked', 'reissued'] as const).find((word) => event.url.searchParams.has(word));
    return { title: certificate.number, certificate, preview, key: crypto.randomUUID() as string, done };
  });

export const actions: Actions = {
  revoke: async (event) => {
    const form = await event.request.formData();
    try {
      await api(event).post<CertificateView>(`${pathOf(event.params.id)}/revocation`, {
        body: { reason: textOf(form, 'reason') },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/certificates/${event.params.id}?revoked`);
  },
  reissue: async (event) => {
    const form = await event.request.formData();
    let copy: CertificateView;
    try {
      copy = await api(event).post<CertificateView>(`${pathOf(event.params.id)}/reissues`, {
        body: { reason: optionalTextOf(form, 'reason'), name: textOf(form, 'name') },
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/certificates/${copy.certificateId}?reissued`);
  },
};
