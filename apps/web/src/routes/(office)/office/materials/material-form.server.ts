import type { RequestEvent } from '@sveltejs/kit';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { call } from '#lib/server/api-client.ts';
import { loading, textOf } from '#lib/server/form-helper.ts';

/** One document; asked for anew while a worker is at it. */
export function materialOf(
  event: RequestEvent & { depends(name: `${string}:${string}`): void; params: { materialId: string } },
) {
  event.depends('kizuna:materials');
  return loading(event, () =>
    call(event, materialsEndpoints.getMaterial, { params: { materialId: event.params.materialId } }),
  );
}

/** The courses of a choice. */
export async function courseOptions(event: RequestEvent): Promise<{ value: string; label: string }[]> {
  const { items } = await loading(event, () => call(event, coursesEndpoints.listOfficeCourses));
  return items.map((course) => ({ value: course.courseId, label: course.title }));
}

/** A figure as typed, full-width digits too; null where nothing is, −1 (which the API refuses) where it is none. */
function figureOf(form: FormData, name: string): number | null {
  const typed = textOf(form, name).normalize('NFKC');
  if (typed === '') return null;
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
}

/** The particulars as typed; the API says what is wrong with them. */
export function materialBodyOf(form: FormData) {
  return {
    revision: figureOf(form, 'revision') ?? 0,
    kind: textOf(form, 'kind'),
    title: textOf(form, 'title'),
    summary: textOf(form, 'summary'),
    year: figureOf(form, 'year'),
    credit: textOf(form, 'credit'),
    minutes: figureOf(form, 'minutes') ?? 0,
    position: figureOf(form, 'position') ?? 0,
    audience: textOf(form, 'audience'),
    courseId: textOf(form, 'courseId') || null,
  };
}
