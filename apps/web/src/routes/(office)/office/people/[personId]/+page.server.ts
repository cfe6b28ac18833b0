import { completionNameConfirmationEndpoints } from '@kizuna/shared/contracts/completion.name-confirmation.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { redirect } from '@sveltejs/kit';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { personId } = event.params;
  const page = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getPersonPage, { params: { personId } }),
  );
  return {
    ...page,
    title: page.person.name,
    today: civilDateOf(new Date()),
    key: crypto.randomUUID(),
    nameSaved: event.url.searchParams.has('named'),
    saved: event.url.searchParams.has('saved'),
    invited: event.url.searchParams.has('invited'),
    organiserSaved: event.url.searchParams.has('organiser'),
  };
};

export const actions: Actions = {
  sayName: async (event) => {
    const form = await event.request.formData();
    const [choice = '', ...rest] = textOf(form, 'choice').split(':');
    try {
      await call(event, completionNameConfirmationEndpoints.confirmName, {
        params: { personId: event.params.personId },
        body: {
          name: String(form.get('name') ?? ''),
          choice: choice || undefined,
          printedName: rest.length > 0 ? rest.join(':') : undefined,
          note: optionalTextOf(form, 'note'),
          via: optionalTextOf(form, 'via'),
        },
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/people/${event.params.personId}?named`);
  },
  organiser: async (event) => {
    const organiser = textOf(await event.request.formData(), 'organiser') === 'yes';
    try {
      await call(event, peopleEndpoints.setOrganiser, {
        params: { personId: event.params.personId },
        body: { organiser },
      });
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, `/office/people/${event.params.personId}?organiser`);
  },
  invite: async (event) => {
    try {
      await call(event, peopleEndpoints.invitePerson, { params: { personId: event.params.personId } });
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, `/office/people/${event.params.personId}?invited`);
  },
};
