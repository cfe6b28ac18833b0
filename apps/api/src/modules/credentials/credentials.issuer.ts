import { Injectable } from '@nestjs/common';

import { AppConfig } from '../../platform/config/app-config.js';

/**
 * The issuer's identity, and the addresses that credentials contain: they must remain valid as long as the credentials.
 */
@Injectable()
export class CredentialsIssuer {
  readonly origin: string;
  /** did:web of the public address; the colon before a port is encoded as %3A. */
  readonly did: string;

  constructor(config: AppConfig) {
    this.origin = config.publicOrigin;
    this.did = `did:web:${encodeURIComponent(new URL(config.publicOrigin).host)}`;
  }

  profileUrl(): string {
    return `${this.origin}/credentials/issuer`;
  }

  achievementUrl(id: string): string {
    return `${this.origin}/credentials/achievements/${id}`;
  }

  statusListUrl(number: number): string {
    return `${this.origin}/credentials/status/${number}`;
  }

  badgeUrl(): string {
    return `${this.origin}/credentials/badge.png`;
  }
}
