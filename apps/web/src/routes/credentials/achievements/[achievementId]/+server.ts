import { credentialsEndpoints } from '@kizuna/shared/contracts/credentials.endpoints';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { publicDocument } from '#lib/server/public-document.ts';
import type { RequestHandler } from './$types';

/** What credentials are given for (Open Badges Achievement). */
export const GET: RequestHandler = (event) =>
  publicDocument(
    event,
    pathOf(credentialsEndpoints.getAchievement, { achievementId: event.params.achievementId }),
  );
