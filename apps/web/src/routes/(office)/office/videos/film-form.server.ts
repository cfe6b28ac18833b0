import type { OfficeVideoSummary } from '@kizuna/shared/contracts/video';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import type { RequestEvent } from '@sveltejs/kit';
import type { FilmDraft } from '#lib/features/video/office/film-draft.ts';
import { proposedSlug } from '#lib/features/video/office/film-words.ts';
import { call } from '#lib/server/api-client.ts';
import { textOf } from '#lib/server/form-helper.ts';

/** Every film, for the choice of a digest's long one and for an address that is free. */
export async function filmsOf(event: RequestEvent): Promise<OfficeVideoSummary[]> {
  return (await call(event, videoEndpoints.listVideos)).items;
}

/** Choices of the film of which another is the digest. */
export function longChoices(films: readonly OfficeVideoSummary[], self?: string) {
  return films
    .filter((film) => film.version === 'long' && film.videoId !== self)
    .map((film) => ({ value: film.videoId as string, label: film.title }));
}

/** The body of a film from its form; an empty address becomes one that is free. What is wrong in it, the API says. */
export function filmBodyOf(form: FormData, films: readonly OfficeVideoSummary[]) {
  const version = textOf(form, 'version');
  const digestOf = version === 'digest' ? textOf(form, 'digestOf') || null : null;
  return {
    title: textOf(form, 'title'),
    summary: textOf(form, 'summary'),
    credit: textOf(form, 'credit'),
    slug: textOf(form, 'slug') || proposedSlug({ version, digestOf }, films, civilDateOf(new Date())),
    version,
    digestOf,
    audience: textOf(form, 'audience'),
  };
}

/** What the form of an existing film begins with. */
export function draftOf(film: OfficeVideoSummary): FilmDraft {
  const { title, summary, credit, slug, version, audience } = film;
  return { title, summary, credit, slug, version, audience, digestOf: film.digestOf ?? '' };
}
