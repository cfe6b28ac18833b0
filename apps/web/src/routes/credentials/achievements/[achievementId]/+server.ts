import { publicDocument } from '#lib/server/public-document.ts';
import type { RequestHandler } from './$types';

/** What credentials are given for (Open Badges Achievement). */
export const GET: RequestHandler = (event) =>
  publicDocument(event, `/api/credentials/achievements/${encodeURIComponent(event.params.achievementId)}`);
