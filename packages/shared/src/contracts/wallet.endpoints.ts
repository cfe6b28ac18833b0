import { certificateId } from '../vocabulary/ids.js';
import { endpoint } from './endpoint.js';
import {
  WalletCredentialAnswer,
  WalletIssuerMetadata,
  WalletOffer,
  WalletServerMetadata,
  WalletTokenAnswer,
} from './wallet.js';

export const walletEndpoints = {
  offerToWallet: endpoint({
    method: 'POST',
    path: '/api/me/certificates/:certificateId/wallet-offers',
    access: 'certificate.self',
    params: { certificateId },
    answer: WalletOffer,
    status: 201,
  }),
  getWalletIssuer: endpoint({
    method: 'GET',
    path: '/api/wallet/issuer',
    access: 'public',
    summary: 'OpenID4VCI credential issuer metadata.',
    answer: WalletIssuerMetadata,
  }),
  getWalletServer: endpoint({
    method: 'GET',
    path: '/api/wallet/server',
    access: 'public',
    summary: 'OAuth authorization server metadata.',
    answer: WalletServerMetadata,
  }),
  exchangeWalletCode: endpoint({
    method: 'POST',
    path: '/api/wallet/token',
    access: 'public',
    summary: "The token request of OpenID4VCI (RFC 6749 form); errors are OAuth's.",
    upload: 'application/x-www-form-urlencoded',
    answer: WalletTokenAnswer,
  }),
  issueWalletCredential: endpoint({
    method: 'POST',
    path: '/api/wallet/credential',
    access: 'public',
    summary: "The credential request of OpenID4VCI with a bearer token; errors are OAuth's.",
    answer: WalletCredentialAnswer,
  }),
};
