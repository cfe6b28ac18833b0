import { createHash } from 'node:crypto';
import type {
  FileVerificationBody,
  VerificationBody,
  VerificationView,
} from '@kizuna/shared/contracts/certification';
import { fail, redirect } from '@sveltejs/kit';
import { largestCertificateBytes } from '#lib/features/certification/certificate-file.ts';
import { certification } from '#lib/i18n/messages/ja/certification.ts';
import { api } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { failFrom, failWith, textOf, valuesOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ title: certification.verifyTitle });

export const actions: Actions = {
  number: async (event) => {
    const form = await event.request.formData();
    const body: VerificationBody = { number: textOf(form, 'number'), code: textOf(form, 'code') };
    try {
      await api(event).post<VerificationView>('/api/verifications', { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    // number and code belong together: the page of the code shows what the paper says, and can be printed
    redirect(303, `/v/${encodeURIComponent(body.code.normalize('NFKC').replace(/[^0-9A-Za-z]/g, ''))}`);
  },
  file: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    const sent = file instanceof File && file.size > 0 ? file : undefined;
    if (sent && sent.size > largestCertificateBytes)
      return fail(400, { values: {}, errors: [{ field: 'file', message: certification.fileTooLarge }] });
    const sha256 = sent
      ? createHash('sha256')
          .update(Buffer.from(await sent.arrayBuffer()))
          .digest('hex')
      : textOf(form, 'sha256');
    if (!sha256) return failWith({}, { field: 'file', code: 'certification.file_required' });
    const body: FileVerificationBody = { sha256 };
    try {
      return { result: await api(event).post<VerificationView>('/api/verifications/files', { body }) };
    } catch (problem) {
      if (problem instanceof ApiError && problem.code === 'certification.not_verified')
        return fail(404, { values: {}, errors: [], fileUnknown: true });
      return failFrom(problem, {});
    }
  },
};
