import { redirect, type RequestEvent } from '@sveltejs/kit';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: m.settingsTitle,
  settings: await loading(event, () => call(event, supportersEndpoints.getSupporterSettings)),
  saved: event.url.searchParams.has('saved'),
});

function saving(send: (event: RequestEvent, form: FormData) => Promise<unknown>) {
  return async (event: RequestEvent) => {
    const form = await event.request.formData();
    try {
      await send(event, form);
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, '/office/supporters/settings?saved');
  };
}

/** The rows of the form in their order: an empty name leaves its activity out. */
function activitiesOf(form: FormData) {
  const ids = form.getAll('activityId').map(String);
  return form
    .getAll('activityName')
    .map((name, index) => ({ activityId: ids[index] || undefined, name: String(name).trim() }))
    .filter(({ name }) => name !== '');
}

export const actions: Actions = {
  terms: saving((event, form) =>
    call(event, supportersEndpoints.setSupporterTerms, {
      body: {
        termYears: textOf(form, 'termYears'),
        firstReminderDays: textOf(form, 'firstReminderDays'),
        secondReminderDays: textOf(form, 'secondReminderDays'),
        graceDays: textOf(form, 'graceDays'),
      },
    }),
  ),
  activities: saving((event, form) =>
    call(event, supportersEndpoints.setSupporterActivities, { body: { items: activitiesOf(form) } }),
  ),
  pledge: saving((event, form) =>
    call(event, supportersEndpoints.setPledge, { body: { text: textOf(form, 'text') } }),
  ),
};
