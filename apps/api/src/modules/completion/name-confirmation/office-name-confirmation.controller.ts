import {
  NameConfirmationView,
  NamePictureQuery,
  NameQuestionList,
  OfficeNameConfirmationBody,
} from '@kizuna/shared/contracts/completion.name-confirmation';
import { personId, type PersonId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../../platform/http/index.js';
import { NameConfirmationReader } from './name-confirmation.reader.js';
import { NameConfirmationService } from './name-confirmation.service.js';

const svg = 'image/svg+xml';

@Controller('office')
export class OfficeNameConfirmationController {
  constructor(
    private readonly reader: NameConfirmationReader,
    private readonly confirmations: NameConfirmationService,
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
