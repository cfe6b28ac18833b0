import { redirect } from '@sveltejs/kit';
import type { DistrictList, PersonView } from '@kizuna/shared/contracts/people';
import type {
  SupporterOfPerson,
  SupporterSettingsView,
  SupporterView,
} from '@kizuna/shared/contracts/supporters';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { api } from '#lib/server/api-client.ts';
import { loading, textOf } from '#lib/server/form-helper.ts';
import { failNested } from '#lib/server/nested-fields.ts';
import { allAnswersOf } from '#lib/features/supporters/supporter-answers.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A paper form of the person named in the address. */
export const load: PageServerLoad = async (event) => {
  const personId = encodeURIComponent(event.url.searchParams.get('person') ?? '');
  const [person, supporter, settings, districts] = await loading(event, () =>
    Promise.all([
      api(event).get<PersonView>(`/api/people/${personId}`),
      api(event).get<SupporterOfPerson>(`/api/office/people/${personId}/supporter`),
      api(event).get<SupporterSettingsView>('/api/office/supporter-settings'),
      api(event).get<DistrictList>('/api/districts'),
    ]),
  );
  return {
    title: m.newTitle,
    key: crypto.randomUUID() as string,
    person: { personId: person.personId, name: person.name },
    possible: supporter.can.register,
    activities: settings.activities,
    pledgeVersion: settings.pledge.version,
    districts: districts.items,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body = {
      personId: textOf(form, 'personId'),
      answers: allAnswersOf(form),
      pledge: {
        pledgeVersion: textOf(form, 'pledgeVersion'),
        agreed: form.has('agreed') ? true : undefined,
      },
    };
    let supporter: SupporterView;
    try {
      supporter = await api(event).post<SupporterView>('/api/office/supporters', {
        body,
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failNested(problem, form);
    }
    redirect(303, `/office/supporters/${supporter.supporterId}?entered`);
  },
};
