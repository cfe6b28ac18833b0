import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { publicDocument } from '#lib/server/public-document.ts';
import type { RequestHandler } from './$types';

/** The council as an issuer (Open Badges Profile). */
export const GET: RequestHandler = (event) =>
  publicDocument(event, pathOf(certificationEndpoints.getIssuerProfile));
