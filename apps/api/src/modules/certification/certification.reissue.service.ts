import { randomBytes } from 'node:crypto';

import type { CertificateView, ReissueBody, ReissuePreview } from '@kizuna/shared/contracts/certification';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { comparableText } from '@kizuna/shared/rules/text';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { Commands } from '../../platform/idempotency/index.js';
import { Ids } from '../../platform/ids/ids.js';
import { verifyCodeFrom } from '../ledger/index.js';
import { PeopleReader, type PersonRecord } from '../people/index.js';
import { Typesetting } from '../templates/index.js';
import type { CertificateEntity } from './certificate.entity.js';
import { CertificateLedgerWriter } from './certificate.ledger-writer.js';
import { CertificateSheetService } from './certificate.sheet.service.js';
import { CertificationReader } from './certification.reader.js';
import { CertificationRepository, type Issuer } from './certification.repository.js';

/**
 * 再交付: the number stays the same, the copy number is incremented, the older paper becomes invalid (docs/adr/0020).
 */
@Injectable()
export class CertificationReissueService {
  constructor(
    private readonly commands: Commands,
    private readonly repository: CertificationRepository,
    private readonly reader: CertificationReader,
    private readonly sheets: CertificateSheetService,
    private readonly typesetting: Typesetting,
    private readonly people: PeopleReader,
    private readonly record: CertificateLedgerWriter,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** What the next copy would say, next to what the valid one says. @throws certification.not_reissuable */
  async preview(certificateId: string): Promise<ReissuePreview> {
    const [old, issuer] = await Promise.all([this.repository.find(certificateId), this.issuerOf()]);
    const { copy, nameLeftBlank, personId, ...before } = this.validOf(old);
    const { name } = await this.registered(personId);
    return {
      copy: copy + 1,
      before: {
        name: before.name,
        issuer: before.issuer,
        issuerHead: before.issuerHead,
        issuedOn: before.issuedOn,
      },
      after: {
        name,
        issuer: issuer.name,
        issuerHead: issuer.head,
        issuedOn: civilDateOf(this.clock.now()),
      },
      undrawable: nameLeftBlank ? [] : this.typesetting.undrawableIn(name),
    };
  }

  /**
   * Makes the next copy of a valid certificate with the name that the office has seen and confirmed. Two simultaneous
   * requests make one copy: the older row is locked, and only a valid one is replaced.
   * @throws certification.not_reissuable if it has already been replaced or revoked
   * @throws certification.name_changed_meanwhile if the registered name is not the one that was confirmed
   * @throws certification.glyph_missing if the name cannot be printed
   */
  async reissue(
    actor: Actor,
    certificateId: string,
    body: ReissueBody,
    key: string | undefined,
  ): Promise<CertificateView> {
    const { personId } = await this.reader.getView(certificateId);
    const person = await this.registered(personId);
    const { name } = person;
    const scope = `certification.reissue:${personOf(actor).personId}:${certificateId}`;
    const answer = await this.commands.once(scope, key, body, async () => {
      const old = await this.lockValid(certificateId);
      if (name !== body.name) throw new DomainError('certification.name_changed_meanwhile');
      const missing = this.typesetting.undrawableIn(name);
      // A name left blank for the brush stays blank until it can be printed
      if (missing.length > 0 && !old.nameLeftBlank) {
        throw new DomainError('certification.glyph_missing', { params: { characters: missing.join('、') } });
      }
      return {
        id: await this.nextCopy(actor, old, { person, nameLeftBlank: missing.length > 0 }, body.reason),
      };
    });
    return this.reader.getView(answer.id);
  }

  private async nextCopy(
    actor: Actor,
    old: CertificateEntity,
    { person, nameLeftBlank }: { person: PersonRecord; nameLeftBlank: boolean },
    reason: ReissueBody['reason'],
  ): Promise<string> {
    const now = this.clock.now();
    const { name } = person;
    const issuer = await this.issuerOf();
    const copy: CertificateEntity = {
      ...old,
      id: this.ids.next(),
      name,
      nameLeftBlank,
      issuer: issuer.name,
      issuerHead: issuer.head,
      issuedOn: civilDateOf(now),
      issuedAt: now,
      issuedBy: personOf(actor).personId,
      searchText: comparableText(`${name} ${old.number}`),
      verifyCode: verifyCodeFrom(randomBytes(10)),
      copy: old.copy + 1,
      replaces: old.id,
      reissueReason: reason,
    };
    const paper = await this.sheets.paperOf(copy.templateVersionId, person);
    await this.sheets.withdraw(old.id);
    const [credential] = await this.sheets.attest([copy]);
    const [file] = await this.sheets.store([
      { id: copy.id, fields: { ...copy, paper }, credential: credential! },
    ]);
    Object.assign(copy, file);
    await this.record.reissued(actor, old, copy);
    return copy.id;
  }

  private async lockValid(certificateId: string): Promise<CertificateEntity> {
    return this.validOf(await this.repository.lock(certificateId));
  }

  private validOf<C extends Pick<CertificateEntity, 'state'>>(certificate: C | null): C {
    if (!certificate) throw new DomainError('platform.not_found');
    if (certificate.state !== 'valid') throw new DomainError('certification.not_reissuable');
    return certificate;
  }

  private async issuerOf(): Promise<Issuer> {
    const issuer = await this.repository.issuer();
    if (!issuer) throw new DomainError('certification.wording_missing');
    return issuer;
  }

  private async registered(personId: string): Promise<PersonRecord> {
    const person = (await this.people.findPeople([personId])).get(personId);
    if (!person) throw new DomainError('platform.not_found');
    return person;
  }
}
