import { redirect } from '@sveltejs/kit';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { people } from '#lib/i18n/messages/ja/people.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** Opening the page ends nothing; after the POST it says that it is done. */
export const load: PageServerLoad = () => ({ title: people.signOutTitle });

export const actions: Actions = {
  default: async (event) => {
    await loading(event, () => call(event, peopleEndpoints.signOut));
    redirect(303, '/sign-out');
  },
};
