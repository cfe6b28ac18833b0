import type { VerificationBody, VerificationView } from '@kizuna/shared/contracts/certification';
import { redirect } from '@sveltejs/kit';
import { certification } from '#lib/i18n/messages/ja/certification.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ title: certification.verifyTitle });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body: VerificationBody = { number: textOf(form, 'number'), code: textOf(form, 'code') };
    try {
      await api(event).post<VerificationView>('/api/verifications', { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    // number and code belong together: the page of the code shows what the paper says, and can be printed
    redirect(303, `/v/${encodeURIComponent(body.code.normalize('NFKC').replace(/[^0-9A-Za-z]/g, ''))}`);
  },
};
