import type { PasswordResetCompletionBody } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { redirect } from '@sveltejs/kit';
import { people } from '#lib/i18n/messages/ja/people.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ title: people.codeTitle });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body: PasswordResetCompletionBody = {
      email: textOf(form, 'email'),
      code: textOf(form, 'code'),
      newPassword: String(form.get('newPassword') ?? ''),
    };
    try {
      await call(event, peopleEndpoints.completePasswordReset, { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/password-reset/done');
  },
};
