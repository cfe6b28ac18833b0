import type { ApplicationPage } from '@kizuna/shared/contracts/enrolment';
import type { NameConfirmationView } from '@kizuna/shared/contracts/completion.name-confirmation';
import type { DistrictList, HistoryList, PersonView } from '@kizuna/shared/contracts/people';
import type { SupporterOfPerson } from '@kizuna/shared/contracts/supporters';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { redirect } from '@sveltejs/kit';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

const namePathOf = (personId: string) =>
  `/api/office/people/${encodeURIComponent(personId)}/name-confirmation`;

export const load: PageServerLoad = async (event) => {
  const { personId } = event.params;
  const path = `/api/people/${encodeURIComponent(personId)}`;
  const [person, history, applications, districts, supporter, name] = await loading(event, () =>
    Promise.all([
      api(event).get<PersonView>(path),
      api(event).get<HistoryList>(`${path}/history`),
      api(event).get<ApplicationPage>('/api/office/applications', { query: { personId, limit: 100 } }),
      api(event).get<DistrictList>('/api/districts'),
      api(event).get<SupporterOfPerson>(`/api/office/people/${encodeURIComponent(personId)}/supporter`),
      api(event).get<NameConfirmationView>(namePathOf(personId)),
    ]),
  );
  return {
    title: person.name,
    today: civilDateOf(new Date()),
    person,
    supporter,
    history: history.items,
    applications: applications.items,
    districts: districts.items,
    name,
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
      await api(event).post<NameConfirmationView>(namePathOf(event.params.personId), {
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
    const path = `/api/people/${encodeURIComponent(event.params.personId)}/organiser`;
    try {
      await api(event).put(path, { body: { organiser } });
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, `/office/people/${event.params.personId}?organiser`);
  },
  invite: async (event) => {
    try {
      await api(event).post(`/api/people/${encodeURIComponent(event.params.personId)}/invitation`);
    } catch (problem) {
      return failFrom(problem, {});
    }
    redirect(303, `/office/people/${event.params.personId}?invited`);
  },
};
