import type { ClassSessionView } from '@kizuna/shared/contracts/courses';
import type { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import type { BodyOf } from '@kizuna/shared/contracts/endpoint-input';
import { civilTimeOf } from '@kizuna/shared/rules/civil-date';
import type { DayDraft } from '#lib/features/courses/office/run-draft.ts';
import { optionalTextOf, textOf } from '#lib/server/form-helper.ts';

/** The body of a training day from its form; what is wrong in it, the API says. */
export function dayBodyOf(form: FormData): BodyOf<typeof coursesEndpoints.addClassSession> {
  return {
    lessonId: textOf(form, 'lessonId'),
    heldOn: textOf(form, 'heldOn'),
    startTime: textOf(form, 'startTime'),
    endTime: textOf(form, 'endTime'),
    hall: textOf(form, 'hall'),
    hallAddress: textOf(form, 'hallAddress'),
    note: optionalTextOf(form, 'note') ?? null,
    cancelled: form.has('cancelled'),
  };
}

/** What the form of a day begins with; a new one takes hall and hours from the day before it. */
export function dayDraftOf(day: ClassSessionView | undefined, fresh: boolean): DayDraft {
  return {
    lessonId: (!fresh && day?.lessonId) || '',
    heldOn: (!fresh && day?.heldOn) || '',
    startTime: day ? civilTimeOf(new Date(day.startsAt)) : '13:30',
    endTime: day ? civilTimeOf(new Date(day.endsAt)) : '15:30',
    hall: day?.hall ?? '',
    hallAddress: day?.hallAddress ?? '',
    note: (!fresh && day?.note) || '',
    cancelled: !fresh && (day?.cancelled ?? false),
  };
}
