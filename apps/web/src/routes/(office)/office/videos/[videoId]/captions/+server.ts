import { captionLanguages } from '@kizuna/shared/vocabulary/video';
import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Leads from the choice of a language to its captions. */
export const GET: RequestHandler = ({ params, url }) => {
  const language = captionLanguages.find((each) => each === url.searchParams.get('language')) ?? 'ja';
  redirect(303, `/office/videos/${params.videoId}/captions/${language}`);
};
