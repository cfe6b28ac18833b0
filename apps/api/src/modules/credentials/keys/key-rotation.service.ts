import { Injectable } from '@nestjs/common';

import { Audit } from '../../../platform/audit/index.js';
import { systemActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import type { KeyPurpose } from './signing-key.entity.js';
import { SigningKeyRepository } from './signing-key.repository.js';
import { SigningKeyService } from './signing-key.service.js';

/** What an operator may rotate: the key for files, or both keys for credentials. */
export type Rotation = 'pdf' | 'credential';

/** Retires keys. What they signed remains verifiable; their private part is deleted (docs/adr/0024). */
@Injectable()
export class KeyRotationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly keys: SigningKeyRepository,
    private readonly credentialKeys: SigningKeyService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Retires the keys. New ones for credentials are made at once, so that the DID document shows them before they sign;
   * the next one for files is made with the next certificate, because it carries the issuer's name.
   * @returns how many were retired
   */
  async rotate(what: Rotation): Promise<number> {
    const purposes: readonly KeyPurpose[] = what === 'pdf' ? ['pdf'] : ['credential', 'credential_jwt'];
    return this.transactions.run(async () => {
      const retired: string[] = [];
      for (const purpose of purposes) {
        await this.keys.lock(purpose);
        const id = await this.keys.retire(purpose, this.clock.now());
        if (id) retired.push(id);
        if (purpose !== 'pdf') await this.credentialKeys.signer(purpose);
      }
      for (const subjectId of retired) {
        await this.audit.record({
          actor: systemActor('keys.rotate'),
          action: 'signing_key.retired',
          subjectType: 'signing_key',
          subjectId,
        });
      }
      return retired.length;
    });
  }
}
