import type { CourseList } from '@kizuna/shared/contracts/courses';
import type { PaperRecordBody } from '@kizuna/shared/contracts/ledger';
import type { PersonPage, PersonRow } from '@kizuna/shared/contracts/people';
import { readTypedDate, readTypedFiscalYear } from '@kizuna/shared/rules/partial-date';
import type { CourseId, PersonId } from '@kizuna/shared/vocabulary/ids';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/server/api-client.ts';
import { optionalTextOf, textOf } from '#lib/server/form-helper.ts';

/** The courses of the system, to choose from. */
export async function courseChoices(event: RequestEvent): Promise<{ value: string; label: string }[]> {
  const { items } = await api(event).get<CourseList>('/api/office/courses');
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
export function typedOf(values: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** How many people are offered; who is not among them is found by a longer word. */
const mostPeople = 20;

/** The registered people whom a word finds, as the list of people does. */
export async function peopleFound(event: RequestEvent, typed: string): Promise<PersonRow[]> {
  const q = typed.slice(0, 200);
  if (q === '') return [];
  const { items } = await api(event).get<PersonPage>('/api/people', { query: { q, limit: mostPeople } });
  return items;
}
