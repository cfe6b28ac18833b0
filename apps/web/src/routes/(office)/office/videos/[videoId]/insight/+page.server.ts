import { loadFilmInsight } from '#lib/features/insight/film-insight.server.ts';
import type { PageServerLoad } from './$types';

/** How one film is watched. */
export const load: PageServerLoad = (event) => loadFilmInsight(event, event.params.videoId);
