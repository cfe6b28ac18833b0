import type { PaperRecordView } from '@kizuna/shared/contracts/ledger';
import { fail, redirect } from '@sveltejs/kit';
import { paperRecord } from '#lib/i18n/messages/ja/paper-record.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';
import { courseChoices, paperBodyOf, peopleFound, typedOf } from './paper-form.server.ts';

export const load: PageServerLoad = async (event) => ({
  title: paperRecord.newTitle,
  courses: await loading(event, () => courseChoices(event)),
  key: crypto.randomUUID() as string,
});

export const actions: Actions = {
  /** Looks for the person among the registered ones; without a word of its own by the name of the line. */
  find: async (event) => {
    const form = await event.request.formData();
    const personQuery = textOf(form, 'personQuery') || textOf(form, 'name') || textOf(form, 'kana');
    const people = await loading(event, () => peopleFound(event, personQuery));
    return { values: { ...typedOf(valuesOf(form)), personQuery }, errors: [], people };
  },
  record: async (event) => {
    const form = await event.request.formData();
    let record: PaperRecordView;
    try {
      record = await api(event).post<PaperRecordView>('/api/office/paper-records', {
        body: paperBodyOf(form),
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      const { status, data } = failFrom(problem, typedOf(valuesOf(form)));
      // who was found and chosen stays on the page, too
      const people = await loading(event, () => peopleFound(event, textOf(form, 'personQuery')));
      return fail(status, { ...data, people });
    }
    redirect(303, `/office/certificates/paper/${record.paperRecordId}?recorded`);
  },
};
