import type { NameConfirmationView } from '@kizuna/shared/contracts/completion.name-confirmation';
import { completionNameConfirmationEndpoints } from '@kizuna/shared/contracts/completion.name-confirmation.endpoints';
import { redirect } from '@sveltejs/kit';
import { nameConfirmation } from '#lib/i18n/messages/ja/name-confirmation.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: nameConfirmation.title,
  view: await loading(event, () => call(event, completionNameConfirmationEndpoints.getOwnNameConfirmation)),
  key: crypto.randomUUID(),
});

export const actions: Actions = {
  /** A choice may carry the form it means: `other_form:渡邉 花`. */
  default: async (event) => {
    const form = await event.request.formData();
    const [choice = '', ...rest] = textOf(form, 'choice').split(':');
    let view: NameConfirmationView;
    try {
      view = await call(event, completionNameConfirmationEndpoints.confirmOwnName, {
        body: {
          name: String(form.get('name') ?? ''),
          choice: choice || undefined,
          printedName: rest.length > 0 ? rest.join(':') : undefined,
          note: optionalTextOf(form, 'note'),
        },
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/my?named=${view.state === 'confirmed' || view.state === 'brush' ? 'confirmed' : 'told'}`);
  },
};
