import { publicDocument } from '#lib/server/public-document.ts';
import type { RequestHandler } from './$types';

/** Which credentials were taken back (Bitstring Status List). */
export const GET: RequestHandler = (event) =>
  publicDocument(event, `/api/credentials/status/${encodeURIComponent(event.params.listNumber)}`);
