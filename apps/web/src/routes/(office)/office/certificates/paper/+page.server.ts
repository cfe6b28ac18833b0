import type { PaperRecordView } from '@kizuna/shared/contracts/ledger.paper-records';
import { ledgerPaperRecordsEndpoints } from '@kizuna/shared/contracts/ledger.paper-records.endpoints';
import { redirect } from '@sveltejs/kit';
import { paperRecord } from '#lib/i18n/messages/ja/paper-record.ts';
import { call } from '#lib/server/api-client.ts';
import { loading, textOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';
import { courseChoices, findPerson, paperBodyOf, refusalOf } from './paper-form.server.ts';

export const load: PageServerLoad = async (event) => ({
  title: paperRecord.newTitle,
  courses: await loading(event, () => courseChoices(event)),
  key: crypto.randomUUID() as string,
});

export const actions: Actions = {
  find: findPerson,
  record: async (event) => {
    const form = await event.request.formData();
    let record: PaperRecordView;
    try {
      record = await call(event, ledgerPaperRecordsEndpoints.enterPaperRecord, {
        body: paperBodyOf(form),
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return refusalOf(event, form, problem);
    }
    redirect(303, `/office/certificates/paper/${record.paperRecordId}?recorded`);
  },
};
