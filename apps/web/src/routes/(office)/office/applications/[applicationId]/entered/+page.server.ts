import type { ApplicationView } from '@kizuna/shared/contracts/enrolment';
import { enrolmentOffice } from '#lib/i18n/messages/ja/enrolment-office.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: enrolmentOffice.enteredTitle,
  view: await loading(event, () =>
    api(event).get<ApplicationView>(
      `/api/office/applications/${encodeURIComponent(event.params.applicationId)}`,
    ),
  ),
});
