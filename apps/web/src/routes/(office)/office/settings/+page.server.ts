import { redirect } from '@sveltejs/kit';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { certificatesOffice } from '#lib/i18n/messages/ja/certificates-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: certificatesOffice.settingsTitle,
  issuer: await loading(event, () => call(event, certificationEndpoints.getIssuer)),
  done: event.url.searchParams.has('saved'),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      const body = { issuer: textOf(form, 'issuer'), issuerHead: textOf(form, 'issuerHead') };
      await call(event, certificationEndpoints.setIssuer, { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/office/settings?saved');
  },
};
