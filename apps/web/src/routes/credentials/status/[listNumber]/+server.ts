import { credentialsEndpoints } from '@kizuna/shared/contracts/credentials.endpoints';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { publicDocument } from '#lib/server/public-document.ts';
import type { RequestHandler } from './$types';

/** Which credentials were taken back (Bitstring Status List). */
export const GET: RequestHandler = (event) =>
  publicDocument(event, pathOf(credentialsEndpoints.getStatusList, { listNumber: event.params.listNumber }));
