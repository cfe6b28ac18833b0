import type { SupporterCardCheck } from '@kizuna/shared/contracts/supporters.cards';
import type { SupporterView } from '@kizuna/shared/contracts/supporters';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { parseVerifyCode } from '@kizuna/shared/rules/verify-code';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { AppConfig } from '../../../platform/config/app-config.js';
import { DomainError } from '../../../platform/errors/index.js';
import { RateLimits, type RateLimit } from '../../../platform/limits/index.js';
import { CertificationIssuerService } from '../../certification/index.js';
import { formatVerifyCode } from '../../ledger/index.js';
import { SheetPress, type SupporterCardText } from '../../templates/index.js';
import { cardStanding, maskName } from '../supporters.policy.js';
import { SupportersReader } from '../supporters.reader.js';
import { SupporterCardReader } from './supporter-card.reader.js';

/** As generous as the limit for checking certificates, and counted separately (docs/adr/0027). */
const checkLimit: RateLimit = {
  name: 'supporter-card',
  tries: 60,
  windowSeconds: 600,
  code: 'verification.limited',
};

/** Cards (登録証): printing, the holder's own card, and the check by QR code. */
@Injectable()
export class SupporterCardService {
  constructor(
    private readonly reader: SupportersReader,
    private readonly cards: SupporterCardReader,
    private readonly press: SheetPress,
    private readonly issuer: CertificationIssuerService,
    private readonly limits: RateLimits,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** The actor's own card. @throws platform.not_found for anyone else's */
  async own(actor: Actor, id: string): Promise<Buffer> {
    const view = await this.reader.getView(id);
    if (view.personId !== personOf(actor).personId) throw new DomainError('platform.not_found');
    return this.print([view], 'card');
  }

  /** By the code in the QR address. @throws supporters.card_unknown, which counts against the network that asks */
  check(address: string, typed: string): Promise<SupporterCardCheck> {
    return this.limits.countWrong(checkLimit, address, () => this.standingOf(typed));
  }

  private async standingOf(typed: string): Promise<SupporterCardCheck> {
    const code = parseVerifyCode(typed);
    const card = code === undefined ? null : await this.cards.findByCode(code);
    if (!card) throw new DomainError('supporters.card_unknown');
    const now = this.clock.now();
    const { issuer } = await this.issuer.get();
    return {
      number: card.number,
      maskedName: maskName(card.name),
      standing: cardStanding(card.state, card.validUntil, civilDateOf(now), card.terms),
      validUntil: card.validUntil,
      issuer,
      checkedAt: now.toISOString(),
    };
  }

  /** @throws supporters.nothing_to_print, supporters.glyph_missing */
  async print(views: readonly SupporterView[], paper: 'card' | 'sheet'): Promise<Buffer> {
    const printable = views.filter((view) => view.can.card);
    if (printable.length === 0) throw new DomainError('supporters.nothing_to_print');
    const { issuer } = await this.issuer.get();
    const codes = await this.cards.codesOf(printable.map((view) => view.supporterId));
    const undrawable = new Set(printable.flatMap((view) => this.press.undrawableIn(view.name)));
    if (undrawable.size > 0)
      throw new DomainError('supporters.glyph_missing', {
        params: { characters: [...undrawable].join('、') },
      });
    const texts = printable.map((view): SupporterCardText => {
      const code = codes.get(view.supporterId) ?? '';
      return {
        number: view.number ?? '',
        name: view.name,
        validUntil: view.validUntil ?? '',
        issuer,
        checkUrl: `${this.config.publicOrigin}/supporter-card/${code}`,
        checkCode: formatVerifyCode(code),
      };
    });
    return this.press.renderSupporterCards(texts, paper, civilDateOf(this.clock.now()));
  }
}
