import { insightEndpoints } from '@kizuna/shared/contracts/insight.endpoints';
import { insight } from '#lib/i18n/messages/ja/insight.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The films of one's own runs. */
export const load: PageServerLoad = async (event) => {
  const list = await loading(event, () => call(event, insightEndpoints.listInsightFilms));
  return { title: insight.listTitle, films: list.items };
};
