/**
 * Handing a credential over to a wallet: OpenID for Verifiable Credential Issuance 1.0 with a pre-authorised code. The two
 * metadata documents are also served at /.well-known/openid-credential-issuer and /.well-known/oauth-authorization-server.
 * Refusals of the public endpoints are OAuth's: `{ error, error_description }`.
 */
import { z } from 'zod';
import { instant } from './fields.js';

/** A wallet offer: the address opens the wallet on the same device or is shown as a QR code for another one. */
export const WalletOffer = z
  .object({
    offerUri: z.string().startsWith('openid-credential-offer://'),
    /** After this the code is invalid. */
    expiresAt: instant,
  })
  .meta({ id: 'WalletOffer' });
export type WalletOffer = z.infer<typeof WalletOffer>;

/** Metadata of the credential issuer (OpenID4VCI 1.0, 12.2). */
export const WalletIssuerMetadata = z
  .looseObject({ credential_issuer: z.string(), credential_endpoint: z.string() })
  .meta({ id: 'WalletIssuerMetadata' });

/** Metadata of the authorisation server (RFC 8414). */
export const WalletServerMetadata = z
  .looseObject({ issuer: z.string(), token_endpoint: z.string() })
  .meta({ id: 'WalletServerMetadata' });

/** Answer of the token endpoint (RFC 6749, 5.1). */
export const WalletTokenAnswer = z
  .object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() })
  .meta({ id: 'WalletTokenAnswer' });
export type WalletTokenAnswer = z.infer<typeof WalletTokenAnswer>;

/** Answer of the credential endpoint (OpenID4VCI 1.0, 8.3). */
export const WalletCredentialAnswer = z
  .object({
    credentials: z.array(z.object({ credential: z.union([z.string(), z.record(z.string(), z.unknown())]) })),
  })
  .meta({ id: 'WalletCredentialAnswer' });
export type WalletCredentialAnswer = z.infer<typeof WalletCredentialAnswer>;
