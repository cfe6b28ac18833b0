import type { AnswersChangeBody } from '@kizuna/shared/contracts/supporters.answers';
import type {
  LeaveBody,
  OwnEndingBody,
  RenewalBody,
  SupporterView,
} from '@kizuna/shared/contracts/supporters';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../../platform/auth/index.js';
import { SupportersReader } from '../supporters.reader.js';
import { SupportersService } from '../supporters.service.js';
import { AnswersChangeService } from './answers-change.service.js';

/** Commands on one's own registration: the same as the office's, applied to the actor's current one. */
@Injectable()
export class OwnRegistrationService {
  constructor(
    private readonly reader: SupportersReader,
    private readonly service: SupportersService,
    private readonly answers: AnswersChangeService,
  ) {}

  /** @throws platform.not_found if the actor is not a supporter; so do the others */
  async renew(actor: Actor, body: RenewalBody): Promise<SupporterView> {
    return this.service.renew(actor, await this.reader.ownId(actor), body, 'self');
  }

  async change(actor: Actor, body: AnswersChangeBody): Promise<SupporterView> {
    return this.answers.change(actor, await this.reader.ownId(actor), body);
  }

  async rest(actor: Actor, body: LeaveBody): Promise<SupporterView> {
    return this.service.rest(actor, await this.reader.ownId(actor), body);
  }

  async comeBack(actor: Actor): Promise<SupporterView> {
    return this.service.comeBack(actor, await this.reader.ownId(actor));
  }

  async end(actor: Actor, { reason }: OwnEndingBody): Promise<SupporterView> {
    return this.service.end(actor, await this.reader.ownId(actor), reason ?? null);
  }
}
