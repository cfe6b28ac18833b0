import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import type { ReadingPlaceBody } from '@kizuna/shared/contracts/materials';
import type { EnrolmentId, MaterialId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles } from '../../platform/http/index.js';
import { LearningMaterialsService } from './learning.materials.service.js';

/** What a learner reads besides the lessons, and where he or she has stopped. */
@Controller()
export class LearningMaterialsController {
  constructor(private readonly materials: LearningMaterialsService) {}

  @Handles(learningEndpoints.listCourseMaterials)
  listCourseMaterials({ enrolmentId }: { enrolmentId: EnrolmentId }, @CurrentActor() actor: Actor) {
    return this.materials.list(actor, enrolmentId);
  }

  @Handles(learningEndpoints.getCourseMaterial)
  getCourseMaterial(
    { enrolmentId, materialId }: { enrolmentId: EnrolmentId; materialId: MaterialId },
    @CurrentActor() actor: Actor,
  ) {
    return this.materials.read(actor, enrolmentId, materialId);
  }

  @Handles(learningEndpoints.saveReadingPlace)
  saveReadingPlace(
    { enrolmentId, materialId }: { enrolmentId: EnrolmentId; materialId: MaterialId },
    body: ReadingPlaceBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.materials.rememberPlace(actor, enrolmentId, materialId, body.page);
  }
}
