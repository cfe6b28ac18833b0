import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { contexts, secondsOf } from './credentials.document.policy.js';
import { CredentialsIssuer } from './credentials.issuer.js';
import { withProof } from './credentials.proof.js';
import { encodeStatusList } from './credentials.status-list.js';
import { SigningKeyService } from './keys/signing-key.service.js';

interface ListState {
  openedAt: Date;
  revoked: number[];
  changedAt: Date | null;
}

/** A credential with its current state. */
export interface GivenCredential {
  jsonLd: string;
  jwt: string;
  revokedAt: Date | null;
}

/** The public documents at the well-known addresses. All are JSON text. */
@Injectable()
export class CredentialsReader {
  private readonly lists = new Map<number, { state: string; text: string }>();

  constructor(
    private readonly sql: Sql,
    private readonly keys: SigningKeyService,
    private readonly issuer: CredentialsIssuer,
  ) {}

  /** The DID document: every key that ever signed, so that old credentials can be checked. */
  async didDocument(): Promise<string> {
    const methods = (await this.keys.listPublished()).map(({ method }) => method);
    return JSON.stringify({
      '@context': [
        'https://www.w3.org/ns/did/v1',
        'https://w3id.org/security/multikey/v1',
        'https://w3id.org/security/jwk/v1',
      ],
      id: this.issuer.did,
      alsoKnownAs: [this.issuer.profileUrl()],
      verificationMethod: methods,
      assertionMethod: methods.map(({ id }) => id),
    });
  }

  /** The issuer as an Open Badges Profile. */
  profile(name: string): string {
    const { did, origin } = this.issuer;
    return JSON.stringify({
      '@context': contexts,
      id: did,
      type: ['Profile'],
      name,
      url: origin,
      image: { id: this.issuer.badgeUrl(), type: 'Image' },
    });
  }

  /** @throws platform.not_found for an achievement that no credential refers to */
  async achievement(id: string): Promise<string> {
    const row = await this.sql.one<{ document: string }>(
      'SELECT document FROM credential_achievements WHERE id = $1',
      [id],
    );
    if (!row) throw new DomainError('platform.not_found');
    return JSON.stringify({ '@context': contexts, ...(JSON.parse(row.document) as object) });
  }

  /**
   * A signed status list. The same state and key give the same bytes in every process; it is regenerated only after a
   * bit was set. @throws platform.not_found
   */
  async statusList(number: number): Promise<string> {
    const state = await this.stateOf(number);
    const signer = await this.keys.findSigner('credential');
    if (!state || !signer) throw new DomainError('platform.not_found');
    // Bits are never cleared, so their count identifies the state
    const name = `${state.revoked.length} ${signer.methodId}`;
    const known = this.lists.get(number);
    if (known?.state === name) return known.text;
    const at = state.changedAt ?? state.openedAt;
    const document = this.listDocument(number, at, state.revoked);
    const text = JSON.stringify(await withProof(document, this.issuer.did, signer, at));
    this.lists.set(number, { state: name, text });
    return text;
  }

  /** The credential of a source. */
  async find(sourceId: string): Promise<GivenCredential | null> {
    return this.sql.one<GivenCredential>(
      'SELECT json_ld AS "jsonLd", jwt, revoked_at AS "revokedAt" FROM credentials WHERE source_id = $1',
      [sourceId],
    );
  }

  private listDocument(number: number, at: Date, revoked: readonly number[]): Record<string, unknown> {
    const url = this.issuer.statusListUrl(number);
    return {
      '@context': [contexts[0]],
      id: url,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: this.issuer.did,
      validFrom: secondsOf(at),
      credentialSubject: {
        id: `${url}#list`,
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: encodeStatusList(revoked),
      },
    };
  }

  private stateOf(number: number): Promise<ListState | null> {
    return this.sql.one<ListState>(
      `SELECT opened_at AS "openedAt", max(revoked_at) AS "changedAt",
         coalesce(array_agg(status_index ORDER BY status_index) FILTER (WHERE status_index IS NOT NULL), '{}') AS revoked
       FROM credential_status_lists LEFT JOIN credentials ON list_number = number AND revoked_at IS NOT NULL
       WHERE number = $1 GROUP BY number`,
      [number],
    );
  }
}
