import { fail, type ActionFailure } from '@sveltejs/kit';
import { failFrom, valuesOf, type FormProblem } from './form-helper.ts';

/**
 * The answer to a refused form whose fields lie deeper in the body: `answers.times.slots.0` belongs to the field `slots`,
 * `answers` itself to the whole form.
 */
export function failNested(problem: unknown, form: FormData): ActionFailure<FormProblem> {
  const refused = failFrom(problem, valuesOf(form));
  const errors = refused.data.errors.map((each) => ({ ...each, field: innermost(each.field) }));
  return fail(refused.status, { ...refused.data, errors });
}

function innermost(path: string): string {
  const field = path
    .split('.')
    .filter((part) => !/^\d+$/u.test(part))
    .at(-1);
  return field === undefined || field === 'answers' ? '' : field;
}
