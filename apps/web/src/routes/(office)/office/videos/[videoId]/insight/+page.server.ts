import { loadFilmInsight } from '#lib/server/film-insight.ts';
import type { PageServerLoad } from './$types';

/** How one film is watched. */
export const load: PageServerLoad = (event) => loadFilmInsight(event, event.params.videoId);
