import {
  MaterialList,
  MaterialView,
  ReadingPlaceBody,
  ReadingPlaceView,
} from '@kizuna/shared/contracts/materials';
import { enrolmentId, materialId, type EnrolmentId, type MaterialId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { LearningMaterialsService } from './learning.materials.service.js';

/** What a learner reads besides the lessons, and where he or she has stopped. */
@Controller('me/enrolments/:enrolmentId/materials')
export class LearningMaterialsController {
  constructor(private readonly materials: LearningMaterialsService) {}

  @Get()
  @Permit('learning.self')
  @Contract({ response: MaterialList })
  list(@CurrentActor() actor: Actor, @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId) {
    return this.materials.list(actor, id);
  }

  @Get(':materialId')
  @Permit('learning.self')
  @Contract({ response: MaterialView })
  read(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Param('materialId', { schema: materialId }) material: MaterialId,
  ) {
    return this.materials.read(actor, id, material);
  }

  @Put(':materialId/place')
  @Permit('learning.self')
  @Contract({ response: ReadingPlaceView })
  rememberPlace(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Param('materialId', { schema: materialId }) material: MaterialId,
    @Body({ schema: ReadingPlaceBody }) body: ReadingPlaceBody,
  ) {
    return this.materials.rememberPlace(actor, id, material, body.page);
  }
}
