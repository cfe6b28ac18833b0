import { templatesEndpoints } from '@kizuna/shared/contracts/templates.endpoints';
import { callForFile } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The sample of a version that was used (SVG). */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    callForFile(event, templatesEndpoints.previewTemplateVersion, {
      params: { templateVersionId: event.params.versionId },
      body: { sample: event.url.searchParams.get('sample') ?? 'usual' },
    }),
  );
