import { redirect, type RequestEvent } from '@sveltejs/kit';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { call } from '#lib/server/api-client.ts';
import { civilDateOfForm } from '#lib/server/date-field.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { changedKeysOf } from '#lib/features/supporters/supporter-changes.server.ts';
import type { Actions, PageServerLoad } from './$types';

const doneWords = [
  'changed',
  'confirmed',
  'renewed',
  'rested',
  'returned',
  'ended',
  'paired',
  'entered',
] as const;

/** One registration with what may be done, its pairs, and who could become one. */
export const load: PageServerLoad = async (event) => {
  const { supporterId } = event.params;
  const page = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getSupporterPage, { params: { supporterId } }),
  );
  return {
    ...page,
    title: page.supporter.name,
    today: civilDateOf(new Date()),
    changed: changedKeysOf(event.url),
    done: doneWords.find((word) => event.url.searchParams.has(word)),
  };
};

type Params = { supporterId: string };
type Event = RequestEvent<Params>;
type Word = (typeof doneWords)[number];

/** One procedure: sends it, and comes back to the page that says it is done. */
function procedure(word: Word, send: (event: Event, params: Params, form: FormData) => Promise<unknown>) {
  return async (event: Event) => {
    const form = await event.request.formData();
    try {
      await send(event, event.params, form);
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/supporters/${event.params.supporterId}?${word}`);
  };
}

export const actions: Actions = {
  confirm: procedure('confirmed', (event, params) =>
    call(event, supportersEndpoints.confirmSupporter, { params }),
  ),
  renew: procedure('renewed', (event, params, form) =>
    call(event, supportersEndpoints.renewSupporter, {
      params,
      body: {
        validUntil: textOf(form, 'validUntil'),
        pledgeVersion: textOf(form, 'pledgeVersion'),
        agreed: form.has('agreed') ? true : undefined,
      },
    }),
  ),
  rest: procedure('rested', (event, params, form) => {
    const until = civilDateOfForm(form, 'untilOn');
    return call(event, supportersEndpoints.startSupporterLeave, {
      params,
      body: {
        fromOn: civilDateOfForm(form, 'fromOn') ?? '',
        untilOn: until === '' ? undefined : (until ?? ''),
        reason: optionalTextOf(form, 'reason'),
      },
    });
  }),
  comeBack: procedure('returned', (event, params) =>
    call(event, supportersEndpoints.endSupporterLeave, { params }),
  ),
  end: procedure('ended', (event, params, form) =>
    call(event, supportersEndpoints.endSupporter, { params, body: { reason: textOf(form, 'reason') } }),
  ),
};
