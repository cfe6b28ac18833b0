import { Done } from '@kizuna/shared/contracts/fields';
import {
  DistrictList,
  HistoryList,
  IssuedCardView,
  OrganiserBody,
  PersonEditBody,
  PersonListQuery,
  PersonPage,
  PersonView,
} from '@kizuna/shared/contracts/people';
import { personId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';

import { CurrentActor, Permit, Public, type Actor } from '../../platform/auth/index.js';
import { Contract, RequestMeta, type RequestOrigin } from '../../platform/http/index.js';
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

  @Get('districts')
  @Public()
  @Contract({ response: DistrictList })
  districts() {
    return this.reader.listDistricts();
  }

  @Get('people')
  @Permit('person.read')
  @Contract({ response: PersonPage })
  list(@Query({ schema: PersonListQuery }) query: PersonListQuery) {
    return this.reader.listPeople(query);
  }

  @Get('people/:personId')
  @Permit('person.read')
  @Contract({ response: PersonView })
  view(
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: personId }) id: string,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.service.viewPerson(actor, id, meta.requestId);
  }

  @Patch('people/:personId')
  @Permit('person.edit')
  @Contract({ response: PersonView })
  edit(
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: personId }) id: string,
    @Body({ schema: PersonEditBody }) body: PersonEditBody,
    @RequestMeta() meta: RequestOrigin,
  ) {
    return this.service.editPerson(actor, id, body, meta.requestId);
  }

  @Get('people/:personId/history')
  @Permit('person.read')
  @Contract({ response: HistoryList })
  history(@Param('personId', { schema: personId }) id: string) {
    return this.reader.listHistory(id);
  }

  @Post('people/:personId/cards')
  @Permit('card.issue')
  @Contract({ response: IssuedCardView, status: 201 })
  issueCard(@CurrentActor() actor: Actor, @Param('personId', { schema: personId }) id: string) {
    return this.cards.issueCard(actor, id);
  }

  @Put('people/:personId/organiser')
  @Permit('person.edit')
  @Contract({ response: PersonView })
  async setOrganiser(
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: personId }) id: string,
    @Body({ schema: OrganiserBody }) body: OrganiserBody,
    @RequestMeta() meta: RequestOrigin,
  ) {
    await this.staff.setOrganiser(actor, id, body.organiser);
    return this.service.viewPerson(actor, id, meta.requestId);
  }

  @Post('people/:personId/invitation')
  @Permit('person.edit')
  @Contract({ response: Done })
  async invite(@CurrentActor() actor: Actor, @Param('personId', { schema: personId }) id: string) {
    await this.invitations.invitePerson(actor, id);
    return done;
  }
}
