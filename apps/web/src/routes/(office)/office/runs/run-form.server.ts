import type { CourseRunBody } from '@kizuna/shared/contracts/courses';
import type { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import type { BodyOf } from '@kizuna/shared/contracts/endpoint-input';
import type { NewRunPage } from '@kizuna/shared/contracts/pages.office';
import { civilDateOf, civilTimeOf, instantOf, isCivilDate } from '@kizuna/shared/rules/civil-date';
import type { RunDraft } from '#lib/features/courses/office/run-draft.ts';
import { optionalTextOf, textOf } from '#lib/server/form-helper.ts';

/** A number of a form; text stays text, so that the API can refuse it by name. */
function numberOf(form: FormData, name: string): number | string | null {
  const typed = textOf(form, name).normalize('NFKC');
  if (typed === '') return null;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : typed;
}

function momentOf(form: FormData, day: string, time: string): string | undefined {
  const date = textOf(form, day);
  const clock = textOf(form, time) || '00:00';
  if (!isCivilDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(clock)) return undefined;
  return instantOf(date, clock).toISOString();
}

/** The body of a course run from its form; what is wrong in it, the API says. */
export function runBodyOf(form: FormData): BodyOf<typeof coursesEndpoints.planCourseRun> {
  return {
    courseId: textOf(form, 'courseId'),
    name: textOf(form, 'name'),
    opensAt: momentOf(form, 'opensAt', 'opensTime'),
    closesAt: momentOf(form, 'closesAt', 'closesTime'),
    capacity: numberOf(form, 'capacity') ?? undefined,
    minimumAge: numberOf(form, 'minimumAge'),
    fee: optionalTextOf(form, 'fee') ?? null,
    bring: optionalTextOf(form, 'bring') ?? null,
    status: textOf(form, 'status') || 'draft',
    instructorIds: form.getAll('instructorIds').map(String),
  };
}

/** What the form of an existing run begins with. */
export function draftOf(run: RunFacts): RunDraft {
  return {
    courseId: run.courseId,
    name: run.name,
    opensAt: civilDateOf(new Date(run.opensAt)),
    opensTime: civilTimeOf(new Date(run.opensAt)),
    closesAt: civilDateOf(new Date(run.closesAt)),
    closesTime: civilTimeOf(new Date(run.closesAt)),
    capacity: String(run.capacity),
    minimumAge: run.minimumAge === null ? '' : String(run.minimumAge),
    fee: run.fee ?? '',
    bring: run.bring ?? '',
    status: run.status,
    instructorIds: run.instructors.map((instructor) => instructor.personId),
  };
}

type RunFacts = Pick<
  CourseRunBody,
  'courseId' | 'name' | 'opensAt' | 'closesAt' | 'capacity' | 'minimumAge' | 'fee' | 'bring' | 'status'
> & { instructors: readonly { personId: string }[] };

/** Everybody who may teach a run, to choose from. */
export function instructorChoices(people: NewRunPage['instructors']): { value: string; label: string }[] {
  return people.map((person) => ({ value: person.personId, label: person.name }));
}
