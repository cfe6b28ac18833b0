import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf } from '#lib/server/form-helper.ts';

/** A learner turns a page: it is remembered, and the same address shows it. May be sent any number of times. */
export async function turnPage(event: RequestEvent, enrolmentId: string) {
  const form = await event.request.formData();
  const page = Number.parseInt(textOf(form, 'page'), 10) || 1;
  try {
    await call(event, learningEndpoints.saveReadingPlace, {
      params: { enrolmentId, materialId: textOf(form, 'materialId') },
      body: { page },
    });
  } catch (problem) {
    return failFrom(problem, {});
  }
  const zoom = textOf(form, 'zoom');
  const marked = textOf(form, 'mark') === 'yes' ? '&marked=1' : '';
  const view = textOf(form, 'mark') === 'yes' ? '&view=all' : '';
  redirect(
    303,
    `${event.url.pathname}?page=${page}${zoom && zoom !== '100' ? `&zoom=${zoom}` : ''}${view}${marked}`,
  );
}
