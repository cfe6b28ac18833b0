import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { wordsOf } from '#lib/features/verification/verification-words.ts';
import { languageOf } from '#lib/i18n/page-language.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { noteRetryAfter } from '#lib/features/verification/verification.server.ts';
import type { PageServerLoad } from './$types';

/** An unknown code answers 404 and too many of them 429, drawn by +error.svelte beside this file. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'x-robots-tag': 'noindex, nofollow' });
  const language = languageOf(event.url);
  const params = { publicCode: event.params.code };
  const ask = () => call(event, verificationEndpoints.verifyByCode, { params });
  const result = await loading(event, () =>
    ask().catch((problem: unknown) => {
      noteRetryAfter(event, problem);
      throw problem;
    }),
  );
  return {
    title: wordsOf(language).resultTitle,
    language,
    result,
    forMachines: pathOf(verificationEndpoints.verifyByCode, params),
  };
};
