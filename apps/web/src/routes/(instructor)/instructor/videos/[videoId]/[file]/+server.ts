import { insightFile } from '#lib/server/film-insight.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => insightFile(event, event.params.videoId, event.params.file);
