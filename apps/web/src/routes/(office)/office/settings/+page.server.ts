import type { IssuerView } from '@kizuna/shared/contracts/certification';
import { redirect } from '@sveltejs/kit';
import { certificatesOffice } from '#lib/i18n/messages/ja/certificates-office.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

const path = '/api/office/certificate-issuer';

export const load: PageServerLoad = async (event) => ({
  title: certificatesOffice.settingsTitle,
  issuer: await loading(event, () => api(event).get<IssuerView>(path)),
  done: event.url.searchParams.has('saved'),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      const body = { issuer: textOf(form, 'issuer'), issuerHead: textOf(form, 'issuerHead') };
      await api(event).put<IssuerView>(path, { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/office/settings?saved');
  },
};
