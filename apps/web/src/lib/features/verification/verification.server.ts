import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { wordsOf } from '#lib/features/verification/verification-words.ts';
import { languageOf } from '#lib/i18n/page-language.ts';
import { t } from '#lib/i18n/t.ts';
import type { FieldError } from '#lib/ui/field-error.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf, type FormValues } from '#lib/server/form-helper.ts';

interface Refusal {
  values: FormValues;
  errors: FieldError[];
  /** Well asked, and there is no such certificate. */
  unknown?: true;
}

/** Tells the browser, too, how long to wait when there were too many checks. */
export function noteRetryAfter(event: RequestEvent, problem: unknown): void {
  if (!(problem instanceof ApiError) || problem.status !== 429) return;
  event.setHeaders({ 'retry-after': String(problem.params.retryAfterSeconds ?? 10) });
}

/** The answer of a form of the certificate check to a refusal, in the language of the page. */
export function refusalIn(
  event: RequestEvent,
  problem: unknown,
  values: FormValues,
  field = '',
): ActionFailure<Refusal> {
  return refusalWith(event, problem, wordsOf(languageOf(event.url)).errors, values, field);
}

/** The same with the words of another check; what they do not name is said in Japanese. */
export function refusalWith(
  event: RequestEvent,
  problem: unknown,
  words: Readonly<Record<string, string>>,
  values: FormValues,
  field: string,
): ActionFailure<Refusal> {
  if (!(problem instanceof ApiError)) throw problem;
  noteRetryAfter(event, problem);
  const unknown = problem.code === 'verification.not_verified';
  const issues =
    problem.issues.length > 0 ? problem.issues : [{ field: problem.field ?? field, code: problem.code }];
  const errors = issues.map((issue, index) => ({
    field: issue.field,
    message: words[issue.code]
      ? t(words[issue.code] as string, problem.params)
      : (errorsOf(problem)[index]?.message ?? ''),
  }));
  return fail(problem.status, { values, errors, ...(unknown ? { unknown } : {}) });
}
