import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import type { PaperRecordBody } from '@kizuna/shared/contracts/ledger.paper-records';
import type { PersonRow } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { readTypedDate, readTypedFiscalYear } from '@kizuna/shared/rules/partial-date';
import type { CourseId, PersonId } from '@kizuna/shared/vocabulary/ids';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, optionalTextOf, textOf, valuesOf } from '#lib/server/form-helper.ts';

/** The courses of the system, to choose from. */
export async function courseChoices(event: RequestEvent): Promise<{ value: string; label: string }[]> {
  const { items } = await call(event, coursesEndpoints.listOfficeCourses);
  return items.map((course) => ({ value: course.courseId as string, label: course.title }));
}

/** What was typed, as the contract wants it. What cannot be read goes on as it is: the contract says what is wrong. */
export function paperBodyOf(form: FormData): PaperRecordBody {
  const dateOf = (name: string) => {
    const typed = optionalTextOf(form, name);
    return typed === undefined ? undefined : (readTypedDate(typed) ?? typed);
  };
  return {
    fiscalYear: readTypedFiscalYear(textOf(form, 'fiscalYear')) ?? 0,
    courseId: optionalTextOf(form, 'courseId') as CourseId | undefined,
    courseTitle: optionalTextOf(form, 'courseTitle'),
    number: textOf(form, 'number'),
    name: textOf(form, 'name'),
    kana: optionalTextOf(form, 'kana'),
    completedOn: dateOf('completedOn'),
    issuedOn: dateOf('issuedOn'),
    issuerHead: optionalTextOf(form, 'issuerHead'),
    note: optionalTextOf(form, 'note'),
    personId: optionalTextOf(form, 'personId') as PersonId | undefined,
  };
}

/** The typed texts by the names of their fields. */
function typedOf(values: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** How many people are offered; who is not among them is found by a longer word. */
const mostPeople = 20;

/** The answer to 「この方をさがす」: what was typed stays. Without a word of its own by the name of the line. */
export async function findPerson(event: RequestEvent) {
  const form = await event.request.formData();
  const personQuery = textOf(form, 'personQuery') || textOf(form, 'name') || textOf(form, 'kana');
  const found = await peopleFound(event, personQuery, form);
  return { values: { ...typedOf(valuesOf(form)), personQuery }, errors: [], ...found };
}

/** What was typed and why it is refused; who was found and chosen stays on the page, too. */
export async function refusalOf(event: RequestEvent, form: FormData, problem: unknown) {
  const { status, data } = failFrom(problem, typedOf(valuesOf(form)));
  return fail(status, { ...data, ...(await peopleFound(event, textOf(form, 'personQuery'), form)) });
}

/** Whom a word finds among the registered people, as their list does; who was chosen before stays among them. */
function peopleFound(event: RequestEvent, typed: string, form: FormData) {
  const [q, chosen] = [typed.slice(0, 200), textOf(form, 'personId')];
  return loading(event, async (): Promise<{ people: PersonRow[]; nobody: boolean }> => {
    const query = { q, limit: mostPeople };
    const { items } = q === '' ? { items: [] } : await call(event, peopleEndpoints.listPeople, { query });
    const known = chosen === '' || items.some(({ personId }) => personId === chosen);
    const before = known
      ? []
      : [await call(event, peopleEndpoints.getPerson, { params: { personId: chosen } })];
    return { people: [...before, ...items], nobody: q !== '' && items.length === 0 };
  });
}
