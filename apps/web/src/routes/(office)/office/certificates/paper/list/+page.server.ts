import type {
  PaperSheetBody,
  PaperSheetPreview,
  PaperSheetResult,
} from '@kizuna/shared/contracts/ledger.paper-records';
import { ledgerPaperRecordsEndpoints } from '@kizuna/shared/contracts/ledger.paper-records.endpoints';
import { isErrorCode, type ErrorCode } from '@kizuna/shared/errors/index';
import { redirect } from '@sveltejs/kit';
import { paperRecord } from '#lib/i18n/messages/ja/paper-record.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, messageOf, textOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  title: paperRecord.sheetTitle,
  key: crypto.randomUUID() as string,
});

/** What was pasted or chosen. A file that was checked comes back as its bytes in a hidden field. */
async function sheetOf(form: FormData): Promise<PaperSheetBody> {
  const file = form.get('file');
  const chosen = file instanceof File && file.size > 0;
  const bytes = chosen
    ? Buffer.from(await file.arrayBuffer()).toString('base64')
    : textOf(form, 'checked') || undefined;
  return { text: textOf(form, 'text') || undefined, file: bytes };
}

/** A line with the sentences of what is wrong with it. */
function spoken(preview: PaperSheetPreview) {
  const sentence = (code: string) =>
    (isErrorCode(code) ? code : 'platform.invalid_input') satisfies ErrorCode;
  return {
    ...preview,
    lines: preview.lines.map((line) => ({
      ...line,
      problems: line.problems.map(({ code, params }) => messageOf(sentence(code), params)),
    })),
  };
}

export const actions: Actions = {
  check: async (event) => {
    const body = await sheetOf(await event.request.formData());
    try {
      const preview = await call(event, ledgerPaperRecordsEndpoints.previewPaperSheet, { body });
      return {
        values: { text: body.text ?? '', checked: body.file ?? '' },
        preview: spoken(preview),
        errors: [],
      };
    } catch (problem) {
      return failFrom(problem, { text: body.text ?? '', checked: '' });
    }
  },
  record: async (event) => {
    const form = await event.request.formData();
    const body = await sheetOf(form);
    let result: PaperSheetResult;
    try {
      result = await call(event, ledgerPaperRecordsEndpoints.enterPaperSheet, {
        body,
        idempotencyKey: textOf(form, 'key'),
      });
    } catch (problem) {
      return failFrom(problem, { text: body.text ?? '', checked: body.file ?? '' });
    }
    redirect(303, `/office/certificates?state=recorded&recorded=${result.recorded}`);
  },
};
