import { insightFile } from '#lib/features/insight/film-insight.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => insightFile(event, event.params.videoId, event.params.file);
