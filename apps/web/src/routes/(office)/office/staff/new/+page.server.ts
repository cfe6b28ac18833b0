import type { StaffBody, StaffView } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { redirect } from '@sveltejs/kit';
import { peopleOffice } from '#lib/i18n/messages/ja/people-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  // people without the permission are refused here, not after filling in the form
  await loading(event, () => call(event, peopleEndpoints.listStaff));
  return { title: peopleOffice.staffNewTitle };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body: StaffBody = {
      name: textOf(form, 'name'),
      kana: textOf(form, 'kana'),
      email: textOf(form, 'email'),
      roles: form.getAll('roles').map(String) as StaffBody['roles'],
    };
    let added: StaffView;
    try {
      added = await call(event, peopleEndpoints.addStaff, { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/staff?added=${added.personId}`);
  },
};
