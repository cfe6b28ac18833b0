import type { CredentialVerdict, CredentialVerificationBody } from '@kizuna/shared/contracts/credentials';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { RateLimits } from '../../platform/limits/index.js';
import { CertificationCredentialService } from '../certification/index.js';
import { CredentialsVerifier } from '../credentials/index.js';
import { verificationLimit } from './verification.limit.js';

/** Whether a digital credential is one of ours, and the state of its certificate. */
@Injectable()
export class CredentialVerificationService {
  constructor(
    private readonly certificates: CertificationCredentialService,
    private readonly verifier: CredentialsVerifier,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** Checks one credential. Refused ones count as wrong answers from that address. */
  check(address: string, { credential }: CredentialVerificationBody): Promise<CredentialVerdict> {
    const refused = ({ outcome }: CredentialVerdict) => outcome === 'refused';
    return this.limits.countWrong(verificationLimit, address, () => this.judged(credential), refused);
  }

  private async judged(credential: CredentialVerificationBody['credential']): Promise<CredentialVerdict> {
    const finding = await this.verifier.verify(credential);
    const checkedAt = this.clock.now().toISOString();
    if (finding.outcome === 'refused') return { ...finding, credential: null, checkedAt };
    const state = await this.certificates.stateOf(finding.sourceId);
    const outcome = finding.outcome === 'revoked' && state === 'replaced' ? 'replaced' : finding.outcome;
    return { outcome, reason: null, credential: finding.credential, checkedAt };
  }
}
