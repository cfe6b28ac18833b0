import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { offeredTo } from '#lib/features/supporters/kept-answers.ts';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { allAnswersOf } from '#lib/features/supporters/supporter-answers.server.ts';
import { saveAnswers } from '#lib/features/supporters/supporter-changes.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** All answers of somebody who telephones, on one page. */
export const load: PageServerLoad = async (event) => {
  const { supporterId } = event.params;
  const { supporter, activities, districts } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getSupporterFormPage, { params: { supporterId } }),
  );
  return {
    title: m.changeTitle,
    supporter,
    activities: offeredTo(activities, supporter),
    districts,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { supporterId } = event.params;
    return saveAnswers(form, allAnswersOf(form), {
      read: () => call(event, supportersEndpoints.getSupporter, { params: { supporterId } }),
      save: (body) =>
        call(event, supportersEndpoints.changeSupporterAnswers, { params: { supporterId }, body }),
      back: `/office/supporters/${supporterId}`,
    });
  },
};
