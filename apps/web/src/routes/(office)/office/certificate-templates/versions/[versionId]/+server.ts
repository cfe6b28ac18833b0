import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The sample of a version that was used (SVG). */
export const GET: RequestHandler = (event) =>
  loading(event, () =>
    api(event).fileOf(`/api/office/certificate-template-versions/${event.params.versionId}/previews`, {
      body: { sample: event.url.searchParams.get('sample') ?? 'usual' },
    }),
  );
