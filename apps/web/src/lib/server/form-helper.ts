import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { SignedInPerson } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import type { ErrorCode } from '@kizuna/shared/errors/index';
import { errors } from '#lib/i18n/messages/ja/errors.ts';
import { t } from '#lib/i18n/t.ts';
import type { FieldError } from '#lib/ui/field-error.ts';
import { call, personOfAnswers } from './api-client.ts';
import { ApiError } from './api-error.ts';

export interface FormProblem<V = FormValues> {
  values: V;
  errors: FieldError[];
}
export type FormValues = Record<string, string | string[]>;

/** The Japanese sentence of an error word, with what it names filled in. */
export function messageOf(code: ErrorCode, params: Record<string, string | number> = {}): string {
  return t(errors[code] as string, params);
}

/** Everything that was typed, so that it is never lost; passwords and secrets are left out. */
export function valuesOf(form: FormData): FormValues {
  const values: FormValues = {};
  for (const key of new Set(form.keys())) {
    if (/password|secret/i.test(key)) continue;
    const all = form.getAll(key).filter((value) => typeof value === 'string');
    values[key] = all.length > 1 ? all : (all[0] ?? '');
  }
  return values;
}

/** One text of a form, trimmed, '' when it is missing. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The same, undefined when empty: for optional fields of a body. */
export function optionalTextOf(form: FormData, name: string): string | undefined {
  return textOf(form, name) || undefined;
}

/** The action's answer for a refusal of the API. Anything that is not one (redirects, bugs) goes on upwards. */
export function failFrom<V = FormValues>(problem: unknown, values: V): ActionFailure<FormProblem<V>> {
  if (!(problem instanceof ApiError)) throw problem;
  return fail(problem.status, { values, errors: errorsOf(problem) });
}

/** A refusal found by the action itself (two fields that do not match). */
export function failWith<V = FormValues>(
  values: V,
  ...problems: { field: string; code: ErrorCode }[]
): ActionFailure<FormProblem<V>> {
  return fail(400, {
    values,
    errors: problems.map(({ field, code }) => ({ field, message: messageOf(code) })),
  });
}

/** The sentences of a refusal, one for each field. */
export function errorsOf(problem: ApiError): FieldError[] {
  if (problem.issues.length > 0) {
    const first = new Map(problem.issues.toReversed().map((issue) => [issue.field, issue]));
    return [...first.values()]
      .toReversed()
      .map((issue) => ({ field: issue.field, message: messageOf(issue.code, problem.params) }));
  }
  return [{ field: problem.field ?? '', message: messageOf(problem.code, problem.params) }];
}

/**
 * Runs the calls of a load: an expired sign-in goes to the sign-in page and comes back, other refusals become the
 * error page of their status.
 */
export async function loading<T>(event: RequestEvent, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    if (!(problem instanceof ApiError)) throw problem;
    if (problem.status === 401) toSignIn(event);
    // an address that names no possible id or place in a list leads nowhere; nothing of it was typed into a form
    if (problem.status === 400) error(404, { message: messageOf('platform.not_found') });
    error(problem.status, { message: messageOf(problem.code, problem.params) });
  }
}

/**
 * The signed-in person or null, from the answer that the page gets anyway; a page that asks for nothing asks for this.
 * A server that is away counts as nobody here.
 */
export function signedInPerson(event: RequestEvent): Promise<SignedInPerson | null> {
  event.locals.person ??= event.request.headers.has('cookie') ? findPerson(event) : Promise.resolve(null);
  return event.locals.person;
}

async function findPerson(event: RequestEvent): Promise<SignedInPerson | null> {
  const person = await personOfAnswers(event);
  return person === undefined ? (await call(event, peopleEndpoints.getSignInState)).person : person;
}

/** The person, or away to the sign-in page, which leads back here. Not a gate: the API is; this is for kindness. */
export async function requirePerson(event: RequestEvent): Promise<SignedInPerson> {
  const person = await loading(event, () => signedInPerson(event));
  return person ?? toSignIn(event);
}

function toSignIn(event: RequestEvent): never {
  const here = event.url.pathname + event.url.search;
  redirect(303, `/sign-in?next=${encodeURIComponent(here)}`);
}
