import type {
  DocumentBody,
  DocumentTextBody,
  MaterialBody,
  MaterialLessonBody,
  MaterialPublicationBody,
} from '@kizuna/shared/contracts/materials';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import type { MaterialId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../platform/http/index.js';
import { MaterialsDocumentsService } from './materials.documents.service.js';
import { MaterialsOfficeReader } from './materials.office.reader.js';
import { MaterialsService } from './materials.service.js';

/** The library as the office keeps it. */
@Controller()
export class MaterialsOfficeController {
  constructor(
    private readonly service: MaterialsService,
    private readonly documents: MaterialsDocumentsService,
    private readonly reader: MaterialsOfficeReader,
  ) {}

  @Handles(materialsEndpoints.listMaterials)
  listMaterials() {
    return this.reader.listMaterials();
  }

  @Handles(materialsEndpoints.createMaterial)
  createMaterial(
    body: MaterialBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.service.createMaterial(actor, body, key);
  }

  @Handles(materialsEndpoints.getMaterial)
  getMaterial({ materialId }: { materialId: MaterialId }) {
    return this.reader.getMaterial(materialId);
  }

  @Handles(materialsEndpoints.changeMaterial)
  changeMaterial(
    { materialId }: { materialId: MaterialId },
    body: MaterialBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.changeMaterial(actor, materialId, body);
  }

  @Handles(materialsEndpoints.addMaterialDocument)
  async addMaterialDocument(
    { materialId }: { materialId: MaterialId },
    body: DocumentBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    await this.documents.addDocument(actor, materialId, body, key);
    return this.reader.getMaterial(materialId);
  }

  @Handles(materialsEndpoints.editMaterialText)
  editMaterialText(
    { materialId }: { materialId: MaterialId },
    body: DocumentTextBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.editText(actor, materialId, body);
  }

  @Handles(materialsEndpoints.setMaterialPublication)
  setMaterialPublication(
    { materialId }: { materialId: MaterialId },
    body: MaterialPublicationBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.setPublication(actor, materialId, body);
  }

  @Handles(materialsEndpoints.showMaterialInLesson)
  showMaterialInLesson(
    { materialId }: { materialId: MaterialId },
    body: MaterialLessonBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.showInLesson(actor, materialId, body.lessonId);
  }
}
