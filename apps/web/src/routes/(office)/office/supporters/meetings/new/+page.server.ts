import { redirect } from '@sveltejs/kit';
import type { MeetingView } from '@kizuna/shared/contracts/activities';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { civilDateOfForm } from '#lib/server/date-field.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const page = await loading(event, () => call(event, pagesOfficeEndpoints.getMeetingFormPage));
  return { ...page, title: m.planTitle, key: crypto.randomUUID() as string };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body = {
      title: textOf(form, 'title'),
      heldOn: civilDateOfForm(form, 'heldOn') ?? '',
      from: textOf(form, 'from'),
      to: textOf(form, 'to'),
      hall: textOf(form, 'hall'),
      hallAddress: textOf(form, 'hallAddress'),
      capacity: optionalTextOf(form, 'capacity'),
      note: optionalTextOf(form, 'note'),
      districtIds: form.getAll('districtIds').map(String),
      activityIds: form.getAll('activityIds').map(String),
    };
    let meeting: MeetingView;
    try {
      meeting = await call(event, activitiesEndpoints.planMeeting, {
        body,
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/supporters/meetings/${meeting.supporterMeetingId}?planned`);
  },
};
