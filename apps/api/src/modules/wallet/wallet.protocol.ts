import { createHash, randomBytes } from 'node:crypto';

import { walletEndpoints } from '@kizuna/shared/contracts/wallet.endpoints';
import {
  HashAlgorithm,
  Oauth2AuthorizationServer,
  preAuthorizedCodeGrantIdentifier,
  setGlobalConfig,
} from '@openid4vc/oauth2';
import {
  Openid4vciIssuer,
  type CredentialIssuerMetadata,
  type IssuerMetadataResult,
} from '@openid4vc/openid4vci';
import { Injectable } from '@nestjs/common';

import { credentialContexts, CredentialsIssuer } from '../credentials/index.js';
import { WalletRefusal } from './wallet.refusal.js';
import { walletWords } from './wallet.words.js';

/** The two forms of a credential under the names that wallets request them by. */
export const walletForms = { open_badge: 'jsonLd', open_badge_jwt: 'jwt' } as const;
export type WalletForm = (typeof walletForms)[keyof typeof walletForms];

/** Nothing is signed and nothing is called: codes and tokens are random, and holder keys are not requested. */
const callbacks = {
  generateRandom: (bytes: number) => new Uint8Array(randomBytes(bytes)),
  hash: (data: Uint8Array, algorithm: HashAlgorithm) =>
    new Uint8Array(createHash(algorithm.replace('-', '')).update(data).digest()),
  signJwt: unused,
  verifyJwt: unused,
  clientAuthentication: unused,
};

/**
 * The messages of OpenID for Verifiable Credential Issuance 1.0 (pre-authorised code, no transaction code, no holder
 * key). The council is both credential issuer and authorisation server, identified by the public address.
 */
@Injectable()
export class WalletProtocol {
  private readonly issuer = new Openid4vciIssuer({ callbacks });
  private readonly server = new Oauth2AuthorizationServer({ callbacks });

  constructor(private readonly at: CredentialsIssuer) {
    // The standard and the library require https; a local installation runs without it
    setGlobalConfig({ allowInsecureUrls: !at.origin.startsWith('https:') });
  }

  /** Metadata of the issuer with this name (OpenID4VCI 1.0, 12.2). */
  issuerMetadata(name: string): CredentialIssuerMetadata {
    const { origin } = this.at;
    const type = ['VerifiableCredential', 'OpenBadgeCredential'];
    const logo = { uri: this.at.badgeUrl(), alt_text: name };
    const credential_metadata = {
      display: [{ name: walletWords.credential, locale: 'ja', logo, description: walletWords.description }],
    };
    return this.issuer.createCredentialIssuerMetadata({
      credential_issuer: origin,
      credential_endpoint: `${origin}${walletEndpoints.issueWalletCredential.path}`,
      display: [{ name, locale: 'ja', logo }],
      credential_configurations_supported: {
        open_badge: {
          format: 'ldp_vc',
          credential_definition: { '@context': [...credentialContexts], type },
          credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
          credential_metadata,
        },
        open_badge_jwt: {
          format: 'jwt_vc_json',
          credential_definition: { type },
          credential_signing_alg_values_supported: ['ES256'],
          credential_metadata,
        },
      },
    });
  }

  /** Metadata of the authorisation server (RFC 8414): one grant type, no client registration. */
  serverMetadata() {
    const { origin } = this.at;
    return this.server.createAuthorizationServerMetadata({
      issuer: origin,
      token_endpoint: `${origin}${walletEndpoints.exchangeWalletCode.path}`,
      token_endpoint_auth_methods_supported: ['none'],
      grant_types_supported: [preAuthorizedCodeGrantIdentifier],
      response_types_supported: [],
      'pre-authorized_grant_anonymous_access_supported': true,
    });
  }

  /** The address that opens a wallet with a code. */
  async offerUri(code: string): Promise<string> {
    const { credentialOffer } = await this.issuer.createCredentialOffer({
      issuerMetadata: this.resolved(),
      credentialConfigurationIds: Object.keys(walletForms),
      grants: { [preAuthorizedCodeGrantIdentifier]: { 'pre-authorized_code': code } },
    });
    return credentialOffer;
  }

  /** The code in the body of a token request. @throws Oauth2ServerErrorResponseError, WalletRefusal */
  codeIn(body: Record<string, unknown>): string {
    const { grant } = this.server.parseAccessTokenRequest({
      request: {
        method: 'POST',
        url: `${this.at.origin}${walletEndpoints.exchangeWalletCode.path}`,
        headers: new Headers(),
      },
      accessTokenRequest: body,
    });
    if (grant.grantType !== preAuthorizedCodeGrantIdentifier)
      throw new WalletRefusal('unsupported_grant_type');
    return grant.preAuthorizedCode;
  }

  /** The form requested in the body of a credential request. @throws Oauth2ServerErrorResponseError, WalletRefusal */
  formIn(body: Record<string, unknown>): WalletForm {
    const { credential_configuration_id: id } = body;
    const form = Object.entries(walletForms).find(([name]) => name === id)?.[1];
    if (typeof id === 'string' && !form) throw new WalletRefusal('unknown_credential_configuration');
    const { credentialConfigurationId } = this.issuer.parseCredentialRequest({
      issuerMetadata: this.resolved(),
      credentialRequest: body,
    });
    if (!form || !credentialConfigurationId) throw new WalletRefusal('invalid_credential_request');
    return form;
  }

  private resolved(): IssuerMetadataResult {
    const credentialIssuer = this.issuerMetadata('');
    const knownCredentialConfigurations =
      this.issuer.getKnownCredentialConfigurationsSupported(credentialIssuer);
    return {
      originalDraftVersion: 'V1',
      credentialIssuer,
      authorizationServers: [this.serverMetadata()],
      knownCredentialConfigurations,
    } as IssuerMetadataResult;
  }
}

function unused(): never {
  throw new Error('this callback is not supported');
}
