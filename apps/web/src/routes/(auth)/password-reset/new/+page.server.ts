import type { PasswordResetCompletionBody } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { fail, redirect } from '@sveltejs/kit';
import { people } from '#lib/i18n/messages/ja/people.ts';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf, textOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opened by mail scanners too: looking at it uses nothing up, only the POST does. */
export const load: PageServerLoad = ({ url }) => ({
  title: people.newTitle,
  token: url.searchParams.get('token') ?? '',
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body: PasswordResetCompletionBody = {
      token: textOf(form, 'token'),
      newPassword: String(form.get('newPassword') ?? ''),
    };
    try {
      await call(event, peopleEndpoints.completePasswordReset, { body });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      const spent = problem.code === 'people.reset_code_refused';
      return fail(problem.status, { spent, errors: errorsOf(problem) });
    }
    redirect(303, '/password-reset/done');
  },
};
