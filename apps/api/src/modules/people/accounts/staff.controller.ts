import { StaffBody, StaffList, StaffRolesBody, StaffView } from '@kizuna/shared/contracts/people';
import { personId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../../platform/auth/index.js';
import { Contract } from '../../../platform/http/index.js';
import { PeopleReader } from '../people.reader.js';
import { StaffService } from './staff.service.js';

@Controller('staff')
@Permit('staff.manage')
export class StaffController {
  constructor(
    private readonly service: StaffService,
    private readonly reader: PeopleReader,
  ) {}

  @Get()
  @Contract({ response: StaffList })
  list() {
    return this.reader.listStaff();
  }

  @Post()
  @Contract({ response: StaffView, status: 201 })
  add(@CurrentActor() actor: Actor, @Body({ schema: StaffBody }) body: StaffBody) {
    return this.service.addStaff(actor, body);
  }

  @Patch(':personId')
  @Contract({ response: StaffView })
  setRoles(
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: personId }) id: string,
    @Body({ schema: StaffRolesBody }) body: StaffRolesBody,
  ) {
    return this.service.setRoles(actor, id, body);
  }
}
