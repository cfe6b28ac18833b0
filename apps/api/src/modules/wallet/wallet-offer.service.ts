import type { WalletCredentialAnswer, WalletOffer, WalletTokenAnswer } from '@kizuna/shared/contracts/wallet';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Transactions } from '../../platform/database/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { RateLimits } from '../../platform/limits/index.js';
import { CertificationCredentialService } from '../certification/index.js';
import { WalletOfferRepository } from './wallet-offer.repository.js';
import { walletLimit } from './wallet.limit.js';
import { WalletProtocol } from './wallet.protocol.js';
import { WalletRefusal } from './wallet.refusal.js';
import { hashOf, walletSeconds, WalletSecrets } from './wallet.secrets.js';

/**
 * Hands credentials over to wallets (docs/adr/0024). The code is enough to get the credential, so it lasts ten minutes,
 * works once, and appears only on the learner's screen.
 */
@Injectable()
export class WalletOfferService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: WalletOfferRepository,
    private readonly credentials: CertificationCredentialService,
    private readonly protocol: WalletProtocol,
    private readonly limits: RateLimits,
    private readonly jobs: Jobs,
    private readonly secrets: WalletSecrets,
  ) {}

  onModuleInit(): void {
    this.jobs.every('certification.forgetWalletOffers', '41 * * * *', () => this.forget());
  }

  /**
   * A code for the person's own valid certificate; the previous code becomes invalid.
   * @throws platform.not_found for anyone else's, credentials.none if the certificate is no longer valid
   */
  async offer(personId: string, certificateId: string): Promise<WalletOffer> {
    const { word, hash, expiresAt } = this.secrets.next();
    await this.transactions.run(async () => {
      await this.credentials.ofValid(certificateId, personId);
      await this.repository.put(certificateId, hash, expiresAt);
    });
    return { offerUri: await this.protocol.offerUri(word), expiresAt: expiresAt.toISOString() };
  }

  /** Exchanges a code for a token, once. @throws WalletRefusal and the errors of a token request (RFC 6749, 5.2) */
  async redeem(address: string, body: Record<string, unknown>): Promise<WalletTokenAnswer> {
    const code = this.protocol.codeIn(body);
    const token = this.secrets.next();
    const redeem = () =>
      this.transactions.run(() => this.repository.redeem(hashOf(code), token, this.secrets.now()));
    const redeemed = await this.limits.countWrong(walletLimit, address, redeem, (done) => !done);
    if (!redeemed) throw new WalletRefusal('invalid_grant');
    return { access_token: token.word, token_type: 'Bearer', expires_in: walletSeconds };
  }

  /**
   * The credential for a token, in the requested form. A wallet that lost the response may ask again.
   * @throws WalletRefusal and the errors of a credential request (OpenID4VCI 1.0, 8.3.1)
   */
  async fetch(
    address: string,
    authorization: string | undefined,
    body: Record<string, unknown>,
  ): Promise<WalletCredentialAnswer> {
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1] ?? '';
    const find = () =>
      this.transactions.run(() => this.repository.certificateOf(hashOf(token), this.secrets.now()));
    const certificateId = await this.limits.countWrong(walletLimit, address, find, (found) => found === null);
    if (certificateId === null) throw new WalletRefusal('invalid_token');
    const form = this.protocol.formIn(body);
    const credential = await this.transactions.run(() => this.credentials.findValid(certificateId));
    // Withdrawn since the code was issued
    if (!credential) throw new WalletRefusal('credential_request_denied');
    const text = credential[form];
    return {
      credentials: [
        { credential: form === 'jwt' ? text : (JSON.parse(text) as object as Record<string, unknown>) },
      ],
    };
  }

  /** Deletes expired codes and tokens. */
  forget(): Promise<void> {
    return this.transactions.run(() => this.repository.forget(this.secrets.now()));
  }
}
