import {
  NameConfirmationBody,
  NameConfirmationView,
  NamePictureQuery,
  NameQuestionList,
  OfficeNameConfirmationBody,
} from '@kizuna/shared/contracts/name-confirmation';
import { personId, type PersonId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, personOf, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { NameConfirmationReader } from './certification.name-confirmation.reader.js';
import { NameConfirmations } from './certification.name-confirmation.service.js';

const svg = 'image/svg+xml';

@Controller('me/name-confirmation')
export class MyNameController {
  constructor(
    private readonly reader: NameConfirmationReader,
    private readonly confirmations: NameConfirmations,
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

@Controller('office')
export class OfficeNameController {
  constructor(
    private readonly reader: NameConfirmationReader,
    private readonly confirmations: NameConfirmations,
  ) {}

  @Get('name-confirmations')
  @Permit('certificate.read')
  @Contract({ response: NameQuestionList })
  questions() {
    return this.reader.questions();
  }

  @Get('people/:personId/name-confirmation')
  @Permit('certificate.read')
  @Contract({ response: NameConfirmationView })
  get(@Param('personId', { schema: personId }) id: PersonId) {
    return this.reader.getView(id);
  }

  @Post('people/:personId/name-confirmation')
  @Permit('certificate.issue')
  @Contract({ response: NameConfirmationView, status: 201 })
  say(
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: personId }) id: PersonId,
    @Body({ schema: OfficeNameConfirmationBody }) body: OfficeNameConfirmationBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    const { via, ...said } = body;
    return this.confirmations.say(actor, id, said, via, key);
  }

  @Get('people/:personId/name-confirmation/picture')
  @Permit('certificate.read')
  @Contract({ file: svg })
  async picture(
    @Param('personId', { schema: personId }) id: PersonId,
    @Query({ schema: NamePictureQuery }) query: NamePictureQuery,
  ) {
    return new StreamableFile(await this.reader.picture(id, query.form), { type: svg });
  }
}
