import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { mostChosen as atMost } from '@kizuna/shared/contracts/pages.office';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { enrolmentOffice as m } from '#lib/i18n/messages/ja/enrolment-office.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, messageOf } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** Names everyone who was ticked, before anything is decided. */
export const load: PageServerLoad = async (event) => {
  const ids = [...new Set(event.url.searchParams.getAll('id'))];
  const { items: chosen } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getChosenApplicationsPage, { query: { id: ids.slice(0, atMost) } }),
  );
  const people = chosen.filter((each) => each.can.confirm);
  return {
    title: people.length > 0 ? t(m.decideTitle, { count: people.length }) : m.decideTitleNone,
    people,
    skipped: chosen.filter((each) => !each.can.confirm),
    leftOut: Math.max(0, ids.length - atMost),
    atMost,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const enrolmentIds = (await event.request.formData()).getAll('enrolmentId').map(String);
    try {
      const result = await call(event, enrolmentEndpoints.confirmEnrolments, { body: { enrolmentIds } });
      return {
        confirmed: result.confirmed.length,
        refused: result.refused.map(({ enrolmentId, code }) => ({
          enrolmentId: enrolmentId as string,
          message: messageOf(code as ErrorCode),
        })),
      };
    } catch (problem) {
      return failFrom(problem, {});
    }
  },
};
