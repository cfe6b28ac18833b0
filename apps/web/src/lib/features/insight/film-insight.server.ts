import { error, type RequestEvent } from '@sveltejs/kit';
import { insightEndpoints } from '@kizuna/shared/contracts/insight.endpoints';
import { pagesInstructorEndpoints } from '@kizuna/shared/contracts/pages.instructor.endpoints';
import { insight } from '#lib/i18n/messages/ja/insight.ts';
import { call, callForFile } from '#lib/server/api-client.ts';
import { loading, messageOf } from '#lib/server/form-helper.ts';

const files = {
  'curve.csv': insightEndpoints.exportFilmCurve,
  'people.csv': insightEndpoints.exportFilmViewers,
};

/** What the page of one film shows, filtered as its address says. */
export async function loadFilmInsight(event: RequestEvent, videoId: string) {
  const query = queryOf(event);
  const cursor = event.url.searchParams.get('cursor') ?? '';
  const { film, people } = await loading(event, () =>
    call(event, pagesInstructorEndpoints.getFilmInsightPage, {
      params: { videoId },
      query: { ...query, cursor },
    }),
  );
  return { title: insight.listTitle, film, people, cursor, base: event.url.pathname };
}

/** A CSV of the same, handed on with its name. */
export function insightFile(event: RequestEvent, videoId: string, file: string): Promise<Response> {
  const endpoint = Object.entries(files).find(([name]) => name === file)?.[1];
  if (!endpoint) error(404, { message: messageOf('platform.not_found') });
  return loading(event, () => callForFile(event, endpoint, { params: { videoId }, query: queryOf(event) }));
}

function queryOf({ url: { searchParams } }: RequestEvent) {
  return {
    courseRunId: searchParams.get('courseRunId'),
    fromOn: searchParams.get('fromOn'),
    toOn: searchParams.get('toOn'),
  };
}
