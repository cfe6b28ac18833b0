import {
  NameConfirmationBody,
  NameConfirmationView,
  NamePictureQuery,
} from '@kizuna/shared/contracts/completion.name-confirmation';
import { Body, Controller, Get, Post, Query, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, personOf, type Actor } from '../../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../../platform/http/index.js';
import { NameConfirmationReader } from './name-confirmation.reader.js';
import { NameConfirmationService } from './name-confirmation.service.js';

const svg = 'image/svg+xml';

@Controller('me/name-confirmation')
export class OwnNameConfirmationController {
  constructor(
    private readonly reader: NameConfirmationReader,
    private readonly confirmations: NameConfirmationService,
  ) {}

  @Get()
  @Permit('certificate.self')
  @Contract({ response: NameConfirmationView })
  get(@CurrentActor() actor: Actor) {
    return this.reader.getView(personOf(actor).personId);
  }

  @Post()
  @Permit('certificate.self')
  @Contract({ response: NameConfirmationView, status: 201 })
  say(
    @CurrentActor() actor: Actor,
    @Body({ schema: NameConfirmationBody }) body: NameConfirmationBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.confirmations.say(actor, personOf(actor).personId, body, 'self', key);
  }

  @Get('picture')
  @Permit('certificate.self')
  @Contract({ file: svg })
  async picture(@CurrentActor() actor: Actor, @Query({ schema: NamePictureQuery }) query: NamePictureQuery) {
    return new StreamableFile(await this.reader.picture(personOf(actor).personId, query.form), { type: svg });
  }
}
