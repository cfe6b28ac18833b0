import type { FileVerificationView } from '@kizuna/shared/contracts/verification';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import { parseVerifyCode } from '@kizuna/shared/rules/verify-code';
import { fileOutcomes, largestCertificateBytes } from '@kizuna/shared/vocabulary/verification';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { wordsOf } from '#lib/features/verification/verification-words.ts';
import { languageOf, languageQuery } from '#lib/i18n/page-language.ts';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { refusalIn } from '#lib/features/verification/verification.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const language = languageOf(event.url);
  const { items } = await loading(event, () => call(event, verificationEndpoints.listSigners));
  return { title: wordsOf(language).verifyTitle, language, signers: items };
};

export const actions: Actions = {
  number: async (event) => {
    const form = await event.request.formData();
    const [number, code] = [textOf(form, 'number'), textOf(form, 'code')];
    try {
      await call(event, verificationEndpoints.verifyByNumber, { body: { number, code } });
    } catch (problem) {
      return refusalIn(event, problem, valuesOf(form));
    }
    // number and code belong together: the page of the code shows what the paper says, and can be printed
    redirect(303, `/v/${parseVerifyCode(code)}${languageQuery(languageOf(event.url))}`);
  },
  file: async (event) => {
    // a body over the server's own limit cannot even be read
    const form = await event.request.formData().catch(() => undefined);
    const file = form?.get('file');
    if (!form || (file instanceof File && file.size > largestCertificateBytes))
      return fileRefused(event, 413, 'verification.file_too_large');
    try {
      if (file instanceof File && file.size > 0) return await byFile(event, file);
      const sha256 = textOf(form, 'sha256');
      if (!sha256) return fileRefused(event, 400, 'verification.file_required');
      return await byHash(event, sha256, textOf(form, 'finding'));
    } catch (problem) {
      return refusalIn(event, problem, {}, 'file');
    }
  },
};

/** Without JavaScript the file comes here; what it was found to be is kept for the other languages. */
async function byFile(event: RequestEvent, file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const checked = await call(event, verificationEndpoints.verifyFile, { upload: bytes });
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { checked, repeat: { sha256: Buffer.from(digest).toString('hex'), finding: checked.outcome } };
}

/** Else only the hash comes, with what the browser found out itself: that counts where the ledger knows nothing. */
async function byHash(event: RequestEvent, sha256: string, finding: string) {
  const checkedAt = new Date().toISOString();
  const repeat = { sha256, finding };
  try {
    const certificate = await call(event, verificationEndpoints.verifyByHash, { body: { sha256 } });
    return {
      checked: { outcome: 'recorded', certificate, checkedAt } satisfies FileVerificationView,
      repeat,
    };
  } catch (problem) {
    if (!(problem instanceof ApiError) || problem.code !== 'verification.not_verified') throw problem;
    const found = fileOutcomes.find((outcome) => outcome === finding && outcome !== 'recorded') ?? 'foreign';
    return {
      checked: { outcome: found, certificate: null, checkedAt } satisfies FileVerificationView,
      repeat,
    };
  }
}

function fileRefused(
  event: RequestEvent,
  status: number,
  code: 'verification.file_too_large' | 'verification.file_required',
) {
  const message = wordsOf(languageOf(event.url)).errors[code];
  return fail(status, { values: {}, errors: [{ field: 'file', message }] });
}
