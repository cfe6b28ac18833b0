import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { PairCandidateList, PairList } from '@kizuna/shared/contracts/activities';
import type { SupporterSettingsView, SupporterView } from '@kizuna/shared/contracts/supporters';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { api } from '#lib/server/api-client.ts';
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
const pathOf = (id: string) => `/api/office/supporters/${encodeURIComponent(id)}`;

/** One registration with what may be done, its pairs, and who could become one. */
export const load: PageServerLoad = (event) =>
  loading(event, async () => {
    const id = event.params.supporterId;
    const [supporter, candidates, pairs, settings] = await Promise.all([
      api(event).get<SupporterView>(pathOf(id)),
      api(event).get<PairCandidateList>(`${pathOf(id)}/candidates`),
      api(event).get<PairList>('/api/office/supporter-pairs', { query: { supporterId: id } }),
      api(event).get<SupporterSettingsView>('/api/office/supporter-settings'),
    ]);
    return {
      title: supporter.name,
      today: civilDateOf(new Date()),
      supporter,
      candidates,
      pairs: pairs.items,
      pledgeVersion: settings.pledge.version,
      changed: changedKeysOf(event.url),
      done: doneWords.find((word) => event.url.searchParams.has(word)),
    };
  });

type Word = (typeof doneWords)[number];

/** One procedure: sends it, and comes back to the page that says it is done. */
function procedure(word: Word, path: string, bodyOf: (form: FormData) => object | undefined) {
  return async (event: RequestEvent<{ supporterId: string }>) => {
    const form = await event.request.formData();
    try {
      await api(event).post(`${pathOf(event.params.supporterId)}/${path}`, { body: bodyOf(form) });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/supporters/${event.params.supporterId}?${word}`);
  };
}

export const actions: Actions = {
  confirm: procedure('confirmed', 'confirmation', () => undefined),
  renew: procedure('renewed', 'renewal', (form) => ({
    validUntil: textOf(form, 'validUntil'),
    pledgeVersion: textOf(form, 'pledgeVersion'),
    agreed: form.has('agreed') ? true : undefined,
  })),
  rest: procedure('rested', 'leave', (form) => {
    const until = civilDateOfForm(form, 'untilOn');
    return {
      fromOn: civilDateOfForm(form, 'fromOn') ?? '',
      untilOn: until === '' ? undefined : (until ?? ''),
      reason: optionalTextOf(form, 'reason'),
    };
  }),
  comeBack: procedure('returned', 'return', () => undefined),
  end: procedure('ended', 'ending', (form) => ({ reason: textOf(form, 'reason') })),
};
