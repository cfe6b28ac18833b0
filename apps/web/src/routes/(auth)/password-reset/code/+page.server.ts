import type { PasswordResetCompletionBody, SignInState } from '@kizuna/shared/contracts/people';
import { redirect } from '@sveltejs/kit';
import { people } from '#lib/i18n/messages/ja/people.ts';
import { api } from '#lib/server/api-client.ts';
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
      await api(event).post<SignInState>('/api/password-resets/completion', { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/password-reset/done');
  },
};
