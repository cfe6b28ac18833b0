import { walletEndpoints } from '@kizuna/shared/contracts/wallet.endpoints';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { publicDocument } from '#lib/server/public-document.ts';
import type { RequestHandler } from './$types';

/** The council as an authorisation server to wallets (RFC 8414). */
export const GET: RequestHandler = (event) => publicDocument(event, pathOf(walletEndpoints.getWalletServer));
