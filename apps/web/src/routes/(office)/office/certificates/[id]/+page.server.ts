import type { CertificateView } from '@kizuna/shared/contracts/certification';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

const pathOf = (id: string) => `/api/office/certificates/${encodeURIComponent(id)}`;

export const load: PageServerLoad = async (event) => {
  const certificate = await loading(event, () => api(event).get<CertificateView>(pathOf(event.params.id)));
  return { title: certificate.number, certificate, done: event.url.searchParams.has('revoked') };
};

export const actions: Actions = {
  default: async (event) => {
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
};
