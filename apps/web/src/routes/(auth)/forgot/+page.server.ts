import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { people } from '#lib/i18n/messages/ja/people.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ title: people.forgotTitle });

export const actions: Actions = {
  /** The answer is the same whether or not the address is known. */
  default: async (event) => {
    const form = await event.request.formData();
    const values = valuesOf(form);
    try {
      await call(event, peopleEndpoints.requestPasswordReset, { body: { email: textOf(form, 'email') } });
    } catch (problem) {
      return failFrom(problem, values);
    }
    return { values, errors: [], sent: true };
  },
};
