import { redirect } from '@sveltejs/kit';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { account } from '#lib/i18n/messages/ja/account.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** One's own record, as the office has it. */
export const load: PageServerLoad = async (event) => ({
  title: account.title,
  profile: await loading(event, () => call(event, peopleEndpoints.getOwnProfile)),
});

/** As it was typed: a password may begin or end with a space. */
const secretOf = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export const actions: Actions = {
  password: async (event) => {
    const form = await event.request.formData();
    const body = {
      currentPassword: secretOf(form, 'currentPassword'),
      newPassword: secretOf(form, 'newPassword'),
    };
    try {
      await call(event, peopleEndpoints.changePassword, { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    return { changed: true };
  },
  signOutEverywhere: async (event) => {
    try {
      await call(event, peopleEndpoints.signOutEverywhere);
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, '/sign-in');
  },
};
