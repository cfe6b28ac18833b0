import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { lookOf } from '#lib/features/materials/document-view.ts';
import { turnPage } from '#lib/features/materials/learner/turn-page.server.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** A document for the learners of a course, at the page where this one has stopped. */
export const load: PageServerLoad = async (event) => {
  const { enrolmentId, materialId } = event.params;
  const material = await loading(event, () =>
    call(event, learningEndpoints.getCourseMaterial, { params: { enrolmentId, materialId } }),
  );
  const { searchParams } = event.url;
  return {
    title: material.title,
    enrolmentId,
    material,
    look: lookOf(searchParams, material.document?.pageCount ?? 1),
    opened: searchParams.has('page'),
    marked: searchParams.has('marked'),
  };
};

export const actions: Actions = {
  turn: (event) => turnPage(event, event.params.enrolmentId),
};
