import type { CardSignInBody, PasswordSignInBody, SignInState } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { homeOf } from '#lib/features/people/public/home-of.ts';
import { people } from '#lib/i18n/messages/ja/people.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf, type FormProblem, type FormValues } from '#lib/server/form-helper.ts';
import { safeReturnPath } from '#lib/server/return-path.ts';

type Way = 'card' | 'password';
const endpoints = { card: peopleEndpoints.signInWithCard, password: peopleEndpoints.signInWithPassword };

export interface SignInProblem extends FormProblem {
  way: Way;
  /** tried too often: typing again does not help now */
  limited: boolean;
}

/**
 * Signs in and goes on to the page that was asked for, else to the person's own room.
 * The answer to a refusal says in the words of the chosen way what to do.
 */
export async function signIn(
  event: RequestEvent,
  way: Way,
  body: CardSignInBody | PasswordSignInBody,
  values: FormValues,
): Promise<ActionFailure<SignInProblem>> {
  let state: SignInState;
  try {
    state = await call(event, endpoints[way], { body });
  } catch (problem) {
    if (!(problem instanceof ApiError)) throw problem;
    return fail(problem.status, {
      way,
      values,
      limited: problem.code === 'people.sign_in_limited',
      errors: problemsOf(problem, way),
    });
  }
  redirect(303, safeReturnPath(values.next as string | undefined, homeOf(state.person?.roles ?? [])));
}

function problemsOf(problem: ApiError, way: Way): FormProblem['errors'] {
  if (problem.code === 'people.sign_in_refused')
    return [{ field: '', message: way === 'card' ? people.cardRefused : people.passwordRefused }];
  const seconds = Number(problem.params.retryAfterSeconds);
  if (problem.code === 'people.sign_in_limited' && seconds > 0)
    return [{ field: '', message: t(people.limitedMinutes, { minutes: Math.ceil(seconds / 60) }) }];
  return errorsOf(problem);
}
