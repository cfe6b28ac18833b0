import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { peopleOffice } from '#lib/i18n/messages/ja/people-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** `?added=` and `?changed=` name the person of what was just done. */
export const load: PageServerLoad = async (event) => {
  const staff = await loading(event, () => call(event, peopleEndpoints.listStaff));
  const nameOf = (param: string) =>
    staff.items.find((each) => each.personId === event.url.searchParams.get(param))?.name ?? null;
  return {
    title: peopleOffice.staffTitle,
    staff: staff.items,
    added: nameOf('added'),
    changed: nameOf('changed'),
  };
};
