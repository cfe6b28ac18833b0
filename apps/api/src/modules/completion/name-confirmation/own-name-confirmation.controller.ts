import type {
  NameConfirmationBody,
  NamePictureQuery,
} from '@kizuna/shared/contracts/completion.name-confirmation';
import { completionNameConfirmationEndpoints } from '@kizuna/shared/contracts/completion.name-confirmation.endpoints';
import { Controller, StreamableFile } from '@nestjs/common';

import { CurrentActor, personOf, type Actor } from '../../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../../platform/http/index.js';
import { NameConfirmationReader } from './name-confirmation.reader.js';
import { NameConfirmationService } from './name-confirmation.service.js';

const svg = 'image/svg+xml';

@Controller()
export class OwnNameConfirmationController {
  constructor(
    private readonly reader: NameConfirmationReader,
    private readonly confirmations: NameConfirmationService,
  ) {}

  @Handles(completionNameConfirmationEndpoints.getOwnNameConfirmation)
  getOwnNameConfirmation(@CurrentActor() actor: Actor) {
    return this.reader.getView(personOf(actor).personId);
  }

  @Handles(completionNameConfirmationEndpoints.confirmOwnName)
  confirmOwnName(
    body: NameConfirmationBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.confirmations.say(actor, personOf(actor).personId, body, 'self', key);
  }

  @Handles(completionNameConfirmationEndpoints.getOwnNamePicture)
  async getOwnNamePicture(query: NamePictureQuery, @CurrentActor() actor: Actor) {
    return new StreamableFile(await this.reader.picture(personOf(actor).personId, query.form), { type: svg });
  }
}
