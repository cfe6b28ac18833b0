import { fail, redirect } from '@sveltejs/kit';
import type { BodyOf } from '@kizuna/shared/contracts/endpoint-input';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import type { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { changedKeys } from '#lib/features/supporters/supporter-words.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { textOf } from '#lib/server/form-helper.ts';
import { failNested } from '#lib/server/nested-fields.ts';

type ChangeBody = BodyOf<typeof supportersEndpoints.changeOwnAnswers>;

interface Change {
  /** reads the current registration */
  read: () => Promise<SupporterView>;
  /** sends the changed answers */
  save: (body: ChangeBody) => Promise<SupporterView>;
  /** the page that says what is other now */
  back: string;
}

/** Sends changed answers and leads to where the changed ones are shown. What was typed stays where somebody was first. */
export async function saveAnswers(
  form: FormData,
  answers: ChangeBody['answers'],
  { read, save, back }: Change,
) {
  let keys: string[];
  try {
    const before = await read();
    const body = { revision: textOf(form, 'revision'), answers };
    keys = changedKeys(before, await save(body));
  } catch (problem) {
    const refused = failNested(problem, form);
    const stale = problem instanceof ApiError && problem.code === 'supporters.changed_meanwhile';
    return fail(refused.status, { ...refused.data, stale, errors: stale ? [] : refused.data.errors });
  }
  redirect(303, `${back}?changed=${keys.join(',')}`);
}

/** Which answers the address says were changed. */
export function changedKeysOf(url: URL): string[] {
  return (url.searchParams.get('changed') ?? '').split(',');
}
