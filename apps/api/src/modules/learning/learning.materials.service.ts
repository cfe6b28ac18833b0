import type { MaterialList, MaterialView, ReadingPlaceView } from '@kizuna/shared/contracts/materials';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../platform/auth/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { MaterialsReader, ReadingPlaceService } from '../materials/index.js';
import { LearningAccessService } from './learning.access.service.js';
import { mayLearn } from './learning.next-step.policy.js';

/** The materials of the actor's own course: handouts for its learners, and the materials of its lessons. */
@Injectable()
export class LearningMaterialsService {
  constructor(
    private readonly access: LearningAccessService,
    private readonly materials: MaterialsReader,
    private readonly places: ReadingPlaceService,
  ) {}

  /** The documents for the learners of the course; none before the office has confirmed the enrolment. */
  async list(actor: Actor, enrolmentId: string): Promise<MaterialList> {
    const { enrolment, outline } = await this.access.getOwn(actor, enrolmentId);
    if (!mayLearn(enrolment.status)) return { items: [] };
    return this.materials.listOfCourse(outline.courseId);
  }

  /** One of these materials. @throws DomainError platform.not_found, learning.not_open_yet */
  async read(actor: Actor, enrolmentId: string, materialId: string): Promise<MaterialView> {
    return this.materials.getMaterialFor(await this.readerOf(actor, enrolmentId, materialId), materialId);
  }

  /** Stores the learner's reading position; idempotent. @throws as `read` */
  async rememberPlace(
    actor: Actor,
    enrolmentId: string,
    materialId: string,
    page: number,
  ): Promise<ReadingPlaceView> {
    return this.places.remember(await this.readerOf(actor, enrolmentId, materialId), materialId, page);
  }

  /** The person's id, if the enrolment is the actor's own and the material belongs to its course. */
  private async readerOf(actor: Actor, enrolmentId: string, materialId: string): Promise<string> {
    const { enrolment, outline } = await this.access.getOwn(actor, enrolmentId);
    if (!mayLearn(enrolment.status)) throw new DomainError('learning.not_open_yet');
    if (!(await this.materials.belongsTo(materialId, outline.courseId)))
      throw new DomainError('platform.not_found');
    return enrolment.personId;
  }
}
