import { redirect } from '@sveltejs/kit';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading, textOf } from '#lib/server/form-helper.ts';
import { failNested } from '#lib/server/nested-fields.ts';
import { allAnswersOf } from '#lib/features/supporters/supporter-answers.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A paper form of the person named in the address. */
export const load: PageServerLoad = async (event) => {
  const personId = event.url.searchParams.get('person') ?? '';
  const { can, ...page } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getSupporterEntryPage, { params: { personId } }),
  );
  return { ...page, title: m.newTitle, key: crypto.randomUUID() as string, possible: can.register };
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
      supporter = await call(event, supportersEndpoints.enterSupporter, {
        body,
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failNested(problem, form);
    }
    redirect(303, `/office/supporters/${supporter.supporterId}?entered`);
  },
};
