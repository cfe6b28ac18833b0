import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import type { PageServerLoad } from './$types';

/** The home page stands even when the API is away: with the phone number instead of the dates. */
export const load: PageServerLoad = async (event) => {
  const [courses, videos] = await Promise.all([
    call(event, coursesEndpoints.listCourses).catch(absent),
    call(event, videoEndpoints.listPublicVideos).catch(absent),
  ]);
  return {
    courses: courses?.items ?? null,
    digest: videos?.items.find((video) => video.version === 'digest') ?? null,
    now: new Date().toISOString(),
  };
};

function absent(problem: unknown): null {
  if (problem instanceof ApiError) return null;
  throw problem;
}
