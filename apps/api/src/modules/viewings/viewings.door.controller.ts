import { CardSignInBody } from '@kizuna/shared/contracts/people';
import { viewingCode, ViewingCheckIn, ViewingDoor } from '@kizuna/shared/contracts/viewings';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';

import { CurrentActor, Permit, Public, type Actor } from '../../platform/auth/index.js';
import { Contract, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
import { ViewingsDoorService } from './viewings.door.service.js';

@Controller('viewing-codes/:code')
export class ViewingsDoorController {
  constructor(private readonly doors: ViewingsDoorService) {}

  @Get()
  @Public()
  @Contract({ response: ViewingDoor })
  show(@CurrentActor() actor: Actor, @Param('code', { schema: viewingCode }) code: string) {
    return this.doors.show(actor, code);
  }

  @Post('check-ins')
  @Permit('learning.self')
  @Contract({ response: ViewingCheckIn })
  checkIn(@CurrentActor() actor: Actor, @Param('code', { schema: viewingCode }) code: string) {
    return this.doors.checkIn(actor, code);
  }

  @Post('card-check-ins')
  @Public()
  @Contract({ response: ViewingCheckIn })
  checkInByCard(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: viewingCode }) code: string,
    @Body({ schema: CardSignInBody }) body: CardSignInBody,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.doors.checkInByCard(actor, code, body, meta.ip);
  }
}
