import { redirect } from '@sveltejs/kit';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { supporters as m } from '#lib/i18n/messages/ja/supporters.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { ownSupporter } from '#lib/features/supporters/learner/own-supporter.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { registration, pledge } = await ownSupporter(event, 'renew');
  return { title: m.renewTitle, validUntil: registration.validUntil ?? '', pledge };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body = {
      validUntil: textOf(form, 'validUntil'),
      pledgeVersion: textOf(form, 'pledgeVersion'),
      agreed: form.has('agreed') ? true : undefined,
    };
    try {
      await call(event, supportersEndpoints.renewOwnRegistration, { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/my/supporter?renewed');
  },
};
