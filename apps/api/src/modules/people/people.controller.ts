import type { Done } from '@kizuna/shared/contracts/fields';
import type { OrganiserBody, PersonEditBody, PersonListQuery } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
import { InvitationService } from './accounts/invitation.service.js';
import { StaffService } from './accounts/staff.service.js';
import { CardService } from './cards/card.service.js';
import { PeopleReader } from './people.reader.js';
import { PeopleService } from './people.service.js';

const done: Done = { done: true };

@Controller()
export class PeopleController {
  constructor(
    private readonly service: PeopleService,
    private readonly reader: PeopleReader,
    private readonly cards: CardService,
    private readonly invitations: InvitationService,
    private readonly staff: StaffService,
  ) {}

  @Handles(peopleEndpoints.listDistricts)
  listDistricts() {
    return this.reader.listDistricts();
  }

  @Handles(peopleEndpoints.listPeople)
  listPeople(query: PersonListQuery) {
    return this.reader.listPeople(query);
  }

  @Handles(peopleEndpoints.getPerson)
  getPerson(
    { personId }: { personId: string },
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.service.viewPerson(actor, personId, meta.requestId);
  }

  @Handles(peopleEndpoints.editPerson)
  editPerson(
    { personId }: { personId: string },
    body: PersonEditBody,
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.service.editPerson(actor, personId, body, meta.requestId);
  }

  @Handles(peopleEndpoints.listPersonHistory)
  listPersonHistory({ personId }: { personId: string }) {
    return this.reader.listHistory(personId);
  }

  @Handles(peopleEndpoints.issueCard)
  issueCard({ personId }: { personId: string }, @CurrentActor() actor: Actor) {
    return this.cards.issueCard(actor, personId);
  }

  @Handles(peopleEndpoints.setOrganiser)
  async setOrganiser(
    { personId }: { personId: string },
    body: OrganiserBody,
    @CurrentActor() actor: Actor,
    @RequestMeta() meta: RequestOrigin,
  ) {
    await this.staff.setOrganiser(actor, personId, body.organiser);
    return this.service.viewPerson(actor, personId, meta.requestId);
  }

  @Handles(peopleEndpoints.invitePerson)
  async invitePerson({ personId }: { personId: string }, @CurrentActor() actor: Actor) {
    await this.invitations.invitePerson(actor, personId);
    return done;
  }
}
