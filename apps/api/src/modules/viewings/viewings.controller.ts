import {
  AttendeesBody,
  CandidateList,
  CandidateQuery,
  ClosingBody,
  GroupViewingBody,
  GroupViewingCorrection,
  GroupViewingList,
  GroupViewingListQuery,
  GroupViewingView,
  ReasonBody,
  ShowableFilmList,
  ViewingCardBody,
  ViewingCheckIn,
  ViewingScreen,
} from '@kizuna/shared/contracts/viewings';
import { groupViewingId, personId, type GroupViewingId, type PersonId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { ViewingsAttendanceService } from './viewings.attendance.service.js';
import { ViewingsOpeningService } from './viewings.opening.service.js';
import { ViewingsReader } from './viewings.reader.js';
import { ViewingsService } from './viewings.service.js';

/** The showing in the address. */
const Viewing = () => Param('groupViewingId', { schema: groupViewingId });

@Controller('group-viewings')
export class ViewingsController {
  constructor(
    private readonly reader: ViewingsReader,
    private readonly opening: ViewingsOpeningService,
    private readonly service: ViewingsService,
    private readonly attendance: ViewingsAttendanceService,
  ) {}

  @Get()
  @Permit('viewing.hold')
  @Contract({ response: GroupViewingList })
  list(@CurrentActor() actor: Actor, @Query({ schema: GroupViewingListQuery }) query: GroupViewingListQuery) {
    return this.reader.listViewings(actor, query);
  }

  @Get('films')
  @Permit('viewing.hold')
  @Contract({ response: ShowableFilmList })
  films() {
    return this.reader.listFilms();
  }

  @Post()
  @Permit('viewing.hold')
  @Contract({ response: GroupViewingView, status: 201 })
  open(
    @CurrentActor() actor: Actor,
    @Body({ schema: GroupViewingBody }) body: GroupViewingBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.opening.open(actor, body, key);
  }

  @Get(':groupViewingId')
  @Permit('viewing.hold')
  @Contract({ response: GroupViewingView })
  view(@CurrentActor() actor: Actor, @Viewing() id: GroupViewingId) {
    return this.reader.view(actor, id);
  }

  @Patch(':groupViewingId')
  @Permit('viewing.hold')
  @Contract({ response: GroupViewingView })
  correct(
    @CurrentActor() actor: Actor,
    @Viewing() id: GroupViewingId,
    @Body({ schema: GroupViewingCorrection }) body: GroupViewingCorrection,
  ) {
    return this.service.correct(actor, id, body);
  }

  @Get(':groupViewingId/screen')
  @Permit('viewing.hold')
  @Contract({ response: ViewingScreen })
  screen(@CurrentActor() actor: Actor, @Viewing() id: GroupViewingId) {
    return this.reader.screen(actor, id);
  }

  @Get(':groupViewingId/candidates')
  @Permit('viewing.hold')
  @Contract({ response: CandidateList })
  candidates(
    @CurrentActor() actor: Actor,
    @Viewing() id: GroupViewingId,
    @Query({ schema: CandidateQuery }) query: CandidateQuery,
  ) {
    return this.reader.listCandidates(actor, id, query.q);
  }

  @Post(':groupViewingId/check-ins')
  @Permit('viewing.hold')
  @Contract({ response: ViewingCheckIn })
  checkIn(
    @CurrentActor() actor: Actor,
    @Viewing() id: GroupViewingId,
    @Body({ schema: ViewingCardBody }) body: ViewingCardBody,
  ) {
    return this.attendance.checkInByCard(actor, id, body.cardNumber);
  }

  @Post(':groupViewingId/attendees')
  @Permit('viewing.hold')
  @Contract({ response: GroupViewingView })
  enter(
    @CurrentActor() actor: Actor,
    @Viewing() id: GroupViewingId,
    @Body({ schema: AttendeesBody }) body: AttendeesBody,
  ) {
    return this.attendance.enterFromRoster(actor, id, body.personIds);
  }

  @Post(':groupViewingId/attendees/:personId/removal')
  @Permit('viewing.hold')
  @Contract({ response: GroupViewingView })
  remove(
    @CurrentActor() actor: Actor,
    @Viewing() id: GroupViewingId,
    @Param('personId', { schema: personId }) person: PersonId,
    @Body({ schema: ReasonBody }) body: ReasonBody,
  ) {
    return this.attendance.remove(actor, id, person, body.reason);
  }

  @Post(':groupViewingId/closing')
  @Permit('viewing.hold')
  @Contract({ response: GroupViewingView })
  close(
    @CurrentActor() actor: Actor,
    @Viewing() id: GroupViewingId,
    @Body({ schema: ClosingBody }) body: ClosingBody,
  ) {
    return this.service.close(actor, id, body);
  }

  @Post(':groupViewingId/cancellation')
  @Permit('viewing.hold')
  @Contract({ response: GroupViewingView })
  cancel(
    @CurrentActor() actor: Actor,
    @Viewing() id: GroupViewingId,
    @Body({ schema: ReasonBody }) body: ReasonBody,
  ) {
    return this.service.cancel(actor, id, body.reason);
  }

  @Post(':groupViewingId/reopening')
  @Permit('viewing.hold')
  @Contract({ response: GroupViewingView })
  reopen(
    @CurrentActor() actor: Actor,
    @Viewing() id: GroupViewingId,
    @Body({ schema: ReasonBody }) body: ReasonBody,
  ) {
    return this.service.reopen(actor, id, body.reason);
  }
}
