import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { runs } from '#lib/i18n/messages/ja/runs.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

const answers = {
  saved: runs.saved,
  created: runs.created,
  dayAdded: runs.dayAdded,
  dayChanged: runs.dayChanged,
};

/** A course run with its days and the board of its people. */
export const load: PageServerLoad = async (event) => {
  const page = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getRunPage, { params: { courseRunId: event.params.id } }),
  );
  const done = event.url.searchParams.get('done') ?? '';
  return {
    ...page,
    title: page.run.name,
    now: new Date().toISOString(),
    done: Object.hasOwn(answers, done) ? answers[done as keyof typeof answers] : null,
  };
};
