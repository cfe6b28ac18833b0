import { templatesEndpoints } from '@kizuna/shared/contracts/templates.endpoints';
import { designOf } from '#lib/features/templates/template-form.server.ts';
import { callForFile } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf } from '#lib/server/form-helper.ts';
import { certificateTemplates } from '#lib/i18n/messages/ja/certificate-templates.ts';
import type { RequestHandler } from './$types';

/** The sample of a form that is being filled in (SVG); a form with a mistake answers with its sentence. */
export const GET: RequestHandler = async (event) => {
  const query = event.url.searchParams;
  const body = { design: designOf(query), sample: query.get('sample') ?? 'usual' };
  try {
    return await callForFile(event, templatesEndpoints.previewTemplate, { body });
  } catch (problem) {
    if (!(problem instanceof ApiError)) throw problem;
    const words = errorsOf(problem).map(({ message }) => message);
    return new Response(words.join(' ') || certificateTemplates.previewWrong, {
      status: problem.status,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  }
};
