import { redirect } from '@sveltejs/kit';
import type { CertificateBatchView } from '@kizuna/shared/contracts/certification.batches';
import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { certificatesOffice } from '#lib/i18n/messages/ja/certificates-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** Names everybody before anything is issued. Opened without a choice it says so. */
export const load: PageServerLoad = async (event) => {
  const { run, completions } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getRunCompletionsPage, { params: { courseRunId: event.params.id } }),
  );
  return {
    title: certificatesOffice.confirmTitle,
    run,
    items: completions,
    today: civilDateOf(new Date()),
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  choose: async (event) => {
    const form = await event.request.formData();
    return { chosen: form.getAll('enrolmentId').map(String) };
  },
  issue: async (event) => {
    const form = await event.request.formData();
    const all = (name: string) => form.getAll(name).map(String);
    const [printed, blankNames] = [all('enrolmentId'), all('blankName')];
    const issuedOn = optionalTextOf(form, 'issuedOn');
    const language = optionalTextOf(form, 'language');
    let batch: CertificateBatchView;
    try {
      batch = await call(event, certificationBatchesEndpoints.issueCertificates, {
        body: { enrolmentIds: [...printed, ...blankNames], blankNames, issuedOn, language },
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      const chosen = [...printed, ...all('listed')];
      return failFrom(problem, { chosen, brushed: blankNames, issuedOn: issuedOn ?? '', language });
    }
    redirect(303, `/office/runs/${batch.courseRunId}/certificates/batches/${batch.certificateBatchId}`);
  },
};
