import { createPrivateKey, X509Certificate } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { SigningKeyRepository, type SigningKey } from '../keys/signing-key.repository.js';
import { signPdf, type PdfSigner } from './pdf-signature.js';
import { makeKeyPair } from './x509.js';

/** Signs the files of certificates with the council's key (docs/adr/0019). */
@Injectable()
export class PdfSigningService {
  private parsed: { id: string; signer: PdfSigner } | undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly keys: SigningKeyRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Returns a function that signs sheets with the active key, each with its own instant. Call once per transaction, and
   * inside it: a newly created key is rolled back together with what it signed.
   * @param issuer the name in the X.509 certificate if a key has to be created
   */
  async signer(issuer: string): Promise<(pdf: Buffer) => Promise<Buffer>> {
    const signer = this.signerOf((await this.keys.findActive('pdf')) ?? (await this.made(issuer)));
    return (pdf) => signPdf(pdf, signer, this.clock.now());
  }

  private made(issuer: string): Promise<SigningKey> {
    return this.transactions.run(async () => {
      await this.keys.lock('pdf');
      const meanwhile = await this.keys.findActive('pdf');
      if (meanwhile) return meanwhile;
      const now = this.clock.now();
      const pair = await makeKeyPair(issuer, now);
      const key = { id: this.ids.next(), purpose: 'pdf' as const, publicKey: null, ...pair };
      await this.keys.insert(key, now);
      return key;
    });
  }

  /** The row is read each time (a key may be rotated, or rolled back after its creation); parsing is cached. */
  private signerOf(key: SigningKey): PdfSigner {
    if (this.parsed?.id !== key.id) {
      const signer = {
        privateKey: createPrivateKey(key.privateKey),
        certificate: new X509Certificate(key.certificate!),
      };
      this.parsed = { id: key.id, signer };
    }
    return this.parsed.signer;
  }
}
