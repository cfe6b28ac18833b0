import type {
  NamePictureQuery,
  OfficeNameConfirmationBody,
} from '@kizuna/shared/contracts/completion.name-confirmation';
import { completionNameConfirmationEndpoints } from '@kizuna/shared/contracts/completion.name-confirmation.endpoints';
import type { PersonId } from '@kizuna/shared/vocabulary/ids';
import { Controller, StreamableFile } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../../platform/http/index.js';
import { NameConfirmationReader } from './name-confirmation.reader.js';
import { NameConfirmationService } from './name-confirmation.service.js';

const svg = 'image/svg+xml';

@Controller()
export class OfficeNameConfirmationController {
  constructor(
    private readonly reader: NameConfirmationReader,
    private readonly confirmations: NameConfirmationService,
  ) {}

  @Handles(completionNameConfirmationEndpoints.listNameQuestions)
  listNameQuestions() {
    return this.reader.questions();
  }

  @Handles(completionNameConfirmationEndpoints.getNameConfirmation)
  getNameConfirmation({ personId }: { personId: PersonId }) {
    return this.reader.getView(personId);
  }

  @Handles(completionNameConfirmationEndpoints.confirmName)
  confirmName(
    { personId }: { personId: PersonId },
    body: OfficeNameConfirmationBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    const { via, ...said } = body;
    return this.confirmations.say(actor, personId, said, via, key);
  }

  @Handles(completionNameConfirmationEndpoints.getNamePicture)
  async getNamePicture({ personId }: { personId: PersonId }, query: NamePictureQuery) {
    return new StreamableFile(await this.reader.picture(personId, query.form), { type: svg });
  }
}
