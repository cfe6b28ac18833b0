import type { PaperRecordView } from '@kizuna/shared/contracts/ledger.paper-records';
import { ledgerPaperRecordsEndpoints } from '@kizuna/shared/contracts/ledger.paper-records.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { formatFiscalYear } from '@kizuna/shared/rules/civil-date';
import { formatPartialDate } from '@kizuna/shared/rules/partial-date';
import { redirect } from '@sveltejs/kit';
import { call } from '#lib/server/api-client.ts';
import { loading, textOf } from '#lib/server/form-helper.ts';
import { findPerson, paperBodyOf, refusalOf } from '../paper-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** As a person would write it into the form. */
function writtenOf({ newest }: PaperRecordView): Record<string, string> {
  const day = (date: string | null) =>
    date === null ? '' : date.length === 4 ? date : formatPartialDate(date).replace(/\(.*\)$/, '');
  return {
    fiscalYear: formatFiscalYear(newest.fiscalYear),
    courseId: newest.courseId ?? '',
    courseTitle: newest.courseId ? '' : newest.courseTitle,
    number: newest.number,
    name: newest.name,
    kana: newest.kana,
    completedOn: day(newest.completedOn),
    issuedOn: day(newest.issuedOn),
    issuerHead: newest.issuerHead ?? '',
    note: newest.note ?? '',
    personId: newest.personId ?? '',
  };
}

export const load: PageServerLoad = async (event) => {
  const { record, courses } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getPaperRecordPage, { params: { paperRecordId: event.params.id } }),
  );
  const done = (['recorded', 'corrected'] as const).find((word) => event.url.searchParams.has(word));
  const key: string = crypto.randomUUID();
  return {
    title: record.newest.number,
    record,
    courses: courses.map((course) => ({ value: course.courseId as string, label: course.title })),
    written: writtenOf(record),
    key,
    done,
  };
};

export const actions: Actions = {
  find: findPerson,
  correct: async (event) => {
    const form = await event.request.formData();
    let record: PaperRecordView;
    const body = {
      ...paperBodyOf(form),
      version: Number(textOf(form, 'version')),
      reason: textOf(form, 'reason'),
      struck: form.has('struck'),
    };
    try {
      record = await call(event, ledgerPaperRecordsEndpoints.correctPaperRecord, {
        params: { paperRecordId: event.params.id },
        body,
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return refusalOf(event, form, problem);
    }
    redirect(303, `/office/certificates/paper/${record.paperRecordId}?corrected`);
  },
};
