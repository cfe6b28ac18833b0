import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { enrolmentOffice } from '#lib/i18n/messages/ja/enrolment-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: enrolmentOffice.enteredTitle,
  view: await loading(event, () =>
    call(event, enrolmentEndpoints.getApplication, { params: { applicationId: event.params.applicationId } }),
  ),
});
