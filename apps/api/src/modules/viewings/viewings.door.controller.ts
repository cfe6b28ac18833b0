import type { CardSignInBody } from '@kizuna/shared/contracts/people';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
import { ViewingsDoorService } from './viewings.door.service.js';

@Controller()
export class ViewingsDoorController {
  constructor(private readonly doors: ViewingsDoorService) {}

  @Handles(viewingsEndpoints.getViewingDoor)
  getViewingDoor({ code }: { code: string }, @CurrentActor() actor: Actor) {
    return this.doors.show(actor, code);
  }

  @Handles(viewingsEndpoints.checkInAtDoor)
  checkInAtDoor({ code }: { code: string }, @CurrentActor() actor: Actor) {
    return this.doors.checkIn(actor, code);
  }

  @Handles(viewingsEndpoints.checkInAtDoorByCard)
  checkInAtDoorByCard(
    { code }: { code: string },
    body: CardSignInBody,
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.doors.checkInByCard(actor, code, body, meta.ip);
  }
}
