import { completionNameConfirmationEndpoints } from '@kizuna/shared/contracts/completion.name-confirmation.endpoints';
import { nameConfirmation } from '#lib/i18n/messages/ja/name-confirmation.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: nameConfirmation.listTitle,
  list: await loading(event, () => call(event, completionNameConfirmationEndpoints.listNameQuestions)),
});
