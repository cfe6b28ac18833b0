import type { StaffBody, StaffRolesBody } from '@kizuna/shared/contracts/people';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles } from '../../../platform/http/index.js';
import { PeopleReader } from '../people.reader.js';
import { StaffService } from './staff.service.js';

@Controller()
export class StaffController {
  constructor(
    private readonly service: StaffService,
    private readonly reader: PeopleReader,
  ) {}

  @Handles(peopleEndpoints.listStaff)
  listStaff() {
    return this.reader.listStaff();
  }

  @Handles(peopleEndpoints.addStaff)
  addStaff(body: StaffBody, @CurrentActor() actor: Actor) {
    return this.service.addStaff(actor, body);
  }

  @Handles(peopleEndpoints.setStaffRoles)
  setStaffRoles({ personId }: { personId: string }, body: StaffRolesBody, @CurrentActor() actor: Actor) {
    return this.service.setRoles(actor, personId, body);
  }
}
