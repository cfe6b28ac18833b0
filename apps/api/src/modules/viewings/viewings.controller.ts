import type {
  AttendeesBody,
  CandidateQuery,
  ClosingBody,
  GroupViewingBody,
  GroupViewingCorrection,
  GroupViewingListQuery,
  ReasonBody,
  ViewingCardBody,
} from '@kizuna/shared/contracts/viewings';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import type { GroupViewingId, PersonId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../platform/http/index.js';
import { ViewingsAttendanceService } from './viewings.attendance.service.js';
import { ViewingsOpeningService } from './viewings.opening.service.js';
import { ViewingsReader } from './viewings.reader.js';
import { ViewingsService } from './viewings.service.js';

@Controller()
export class ViewingsController {
  constructor(
    private readonly reader: ViewingsReader,
    private readonly opening: ViewingsOpeningService,
    private readonly service: ViewingsService,
    private readonly attendance: ViewingsAttendanceService,
  ) {}

  @Handles(viewingsEndpoints.listViewings)
  listViewings(query: GroupViewingListQuery, @CurrentActor() actor: Actor) {
    return this.reader.listViewings(actor, query);
  }

  @Handles(viewingsEndpoints.listShowableFilms)
  listShowableFilms() {
    return this.reader.listFilms();
  }

  @Handles(viewingsEndpoints.openViewing)
  openViewing(
    body: GroupViewingBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.opening.open(actor, body, key);
  }

  @Handles(viewingsEndpoints.getViewing)
  getViewing({ groupViewingId }: { groupViewingId: GroupViewingId }, @CurrentActor() actor: Actor) {
    return this.reader.view(actor, groupViewingId);
  }

  @Handles(viewingsEndpoints.correctViewing)
  correctViewing(
    { groupViewingId }: { groupViewingId: GroupViewingId },
    body: GroupViewingCorrection,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.correct(actor, groupViewingId, body);
  }

  @Handles(viewingsEndpoints.getViewingScreen)
  getViewingScreen({ groupViewingId }: { groupViewingId: GroupViewingId }, @CurrentActor() actor: Actor) {
    return this.reader.screen(actor, groupViewingId);
  }

  @Handles(viewingsEndpoints.listViewingCandidates)
  listViewingCandidates(
    { groupViewingId }: { groupViewingId: GroupViewingId },
    query: CandidateQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.reader.listCandidates(actor, groupViewingId, query.q);
  }

  @Handles(viewingsEndpoints.checkInToViewing)
  checkInToViewing(
    { groupViewingId }: { groupViewingId: GroupViewingId },
    body: ViewingCardBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.attendance.checkInByCard(actor, groupViewingId, body.cardNumber);
  }

  @Handles(viewingsEndpoints.enterAttendees)
  enterAttendees(
    { groupViewingId }: { groupViewingId: GroupViewingId },
    body: AttendeesBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.attendance.enterFromRoster(actor, groupViewingId, body.personIds);
  }

  @Handles(viewingsEndpoints.removeAttendee)
  removeAttendee(
    { groupViewingId, personId }: { groupViewingId: GroupViewingId; personId: PersonId },
    body: ReasonBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.attendance.remove(actor, groupViewingId, personId, body.reason);
  }

  @Handles(viewingsEndpoints.closeViewing)
  closeViewing(
    { groupViewingId }: { groupViewingId: GroupViewingId },
    body: ClosingBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.close(actor, groupViewingId, body);
  }

  @Handles(viewingsEndpoints.cancelViewing)
  cancelViewing(
    { groupViewingId }: { groupViewingId: GroupViewingId },
    body: ReasonBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.cancel(actor, groupViewingId, body.reason);
  }

  @Handles(viewingsEndpoints.reopenViewing)
  reopenViewing(
    { groupViewingId }: { groupViewingId: GroupViewingId },
    body: ReasonBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.reopen(actor, groupViewingId, body.reason);
  }
}
