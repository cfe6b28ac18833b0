import type { StaffRolesBody } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { error, redirect } from '@sveltejs/kit';
import { peopleOffice } from '#lib/i18n/messages/ja/people-office.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, messageOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const staff = await loading(event, () => call(event, peopleEndpoints.listStaff));
  const person = staff.items.find((each) => each.personId === event.params.personId);
  if (!person) error(404, { message: messageOf('platform.not_found') });
  return { title: t(peopleOffice.staffEditOf, { name: person.name }), person };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const body = { roles: form.getAll('roles').map(String) as StaffRolesBody['roles'] };
    try {
      await call(event, peopleEndpoints.setStaffRoles, { params: { personId: event.params.personId }, body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/staff?changed=${event.params.personId}`);
  },
};
