import { publicDocument } from '#lib/server/public-document.ts';
import type { RequestHandler } from './$types';

/** The council's keys (did:web). */
export const GET: RequestHandler = (event) => publicDocument(event, '/api/credentials/did');
