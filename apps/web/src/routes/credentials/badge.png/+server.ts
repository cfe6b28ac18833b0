import { publicDocument } from '#lib/server/public-document.ts';
import type { RequestHandler } from './$types';

/** The picture of the badge. */
export const GET: RequestHandler = (event) => publicDocument(event, '/api/credentials/badge.png');
