import { error, type RequestEvent } from '@sveltejs/kit';
import type { FilmInsight, InsightPeople } from '@kizuna/shared/contracts/insight';
import { insight } from '#lib/i18n/messages/ja/insight.ts';
import { api } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';

const filters = ['courseRunId', 'fromOn', 'toOn'];
const files = ['curve.csv', 'people.csv'];

/** What the page of one film shows, filtered as its address says. */
export async function loadFilmInsight(event: RequestEvent, videoId: string) {
  const path = `/api/insight/videos/${encodeURIComponent(videoId)}`;
  const query = queryOf(event);
  const cursor = event.url.searchParams.get('cursor') ?? '';
  const [film, people] = await loading(event, () =>
    Promise.all([
      api(event).get<FilmInsight>(path, { query }),
      api(event).get<InsightPeople>(`${path}/people`, { query: { ...query, cursor } }),
    ]),
  );
  return { title: insight.listTitle, film, people, cursor, base: event.url.pathname };
}

/** A CSV of the same, handed on with its name. */
export function insightFile(event: RequestEvent, videoId: string, file: string): Promise<Response> {
  if (!files.includes(file)) error(404, { message: messageOf('platform.not_found') });
  const path = `/api/insight/videos/${encodeURIComponent(videoId)}/${file}`;
  return loading(event, () => api(event).file(path, { query: queryOf(event) }));
}

function queryOf(event: RequestEvent): Record<string, string> {
  return Object.fromEntries(filters.map((name) => [name, event.url.searchParams.get(name) ?? '']));
}
