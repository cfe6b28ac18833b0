import type { CertificateHistory, DeliveryBody } from '@kizuna/shared/contracts/ledger';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Transactions } from '../../../platform/database/index.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Commands } from '../../../platform/idempotency/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { CertificateDeliveryRepository } from './certificate-delivery.repository.js';
import { CertificateHistoryReader } from './certificate-history.reader.js';

/** Records what happens to a certificate: the system records what it sees, the office enters the rest. */
@Injectable()
export class CertificateDeliveryService {
  constructor(
    private readonly commands: Commands,
    private readonly transactions: Transactions,
    private readonly repository: CertificateDeliveryRepository,
    private readonly history: CertificateHistoryReader,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** A person downloaded their own file. */
  downloaded(actor: Actor, certificateId: string): Promise<void> {
    return this.look(actor, 'downloaded', [certificateId]);
  }

  /** Several were merged into one file for printing. */
  printed(actor: Actor, certificateIds: readonly string[]): Promise<void> {
    return this.look(actor, 'printed', certificateIds);
  }

  /** The notification mail for the certificate was sent; runs in the transaction that records it. */
  async mailed(certificateId: string): Promise<void> {
    const at = this.clock.now();
    const row = { certificateId, kind: 'mailed' as const, at, deliveredOn: null, byId: null, note: null };
    await this.repository.insert({ id: this.ids.next(), ...row });
  }

  /**
   * The office reports that it handed over or posted the certificate.
   * @throws platform.not_found, ledger.delivery_in_future
   */
  async byHand(
    actor: Actor,
    certificateId: string,
    body: DeliveryBody,
    key: string | undefined,
  ): Promise<CertificateHistory> {
    const now = this.clock.now();
    if (body.deliveredOn > civilDateOf(now))
      throw new DomainError('ledger.delivery_in_future', { field: 'deliveredOn' });
    const byId = personOf(actor).personId;
    await this.commands.once(`certification.deliver:${byId}:${certificateId}`, key, body, async () => {
      if (!(await this.repository.exists(certificateId))) throw new DomainError('platform.not_found');
      const { kind, deliveredOn, note = null } = body;
      await this.repository.insert({
        id: this.ids.next(),
        certificateId,
        kind,
        at: now,
        deliveredOn,
        byId,
        note,
      });
    });
    return this.history.of(certificateId);
  }

  private async look(
    actor: Actor,
    kind: 'printed' | 'downloaded',
    certificateIds: readonly string[],
  ): Promise<void> {
    const rows = certificateIds.map((certificateId) => ({ id: this.ids.next(), certificateId }));
    const { personId } = personOf(actor);
    await this.transactions.run(() => this.repository.insertLooks(kind, rows, personId, this.clock.now()));
  }
}
