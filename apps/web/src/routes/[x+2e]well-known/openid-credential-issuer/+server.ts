import { walletEndpoints } from '@kizuna/shared/contracts/wallet.endpoints';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { publicDocument } from '#lib/server/public-document.ts';
import type { RequestHandler } from './$types';

/** The council as an issuer to wallets (OpenID4VCI 1.0). */
export const GET: RequestHandler = (event) => publicDocument(event, pathOf(walletEndpoints.getWalletIssuer));
