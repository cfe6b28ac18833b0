import type { VerificationView } from '@kizuna/shared/contracts/certification';
import { certification } from '#lib/i18n/messages/ja/certification.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** An unknown code answers 404, drawn by +error.svelte beside this file. */
export const load: PageServerLoad = async (event) => {
  const path = `/api/verifications/${encodeURIComponent(event.params.code)}`;
  const result = await loading(event, () => api(event).get<VerificationView>(path));
  return { title: certification.resultTitle, result };
};
