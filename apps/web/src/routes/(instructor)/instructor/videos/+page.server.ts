import type { InsightFilmList } from '@kizuna/shared/contracts/insight';
import { insight } from '#lib/i18n/messages/ja/insight.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The films of one's own runs. */
export const load: PageServerLoad = async (event) => {
  const list = await loading(event, () => api(event).get<InsightFilmList>('/api/insight/videos'));
  return { title: insight.listTitle, films: list.items };
};
