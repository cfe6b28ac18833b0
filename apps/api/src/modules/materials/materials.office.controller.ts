import {
  DocumentBody,
  DocumentTextBody,
  MaterialBody,
  MaterialLessonBody,
  MaterialPublicationBody,
  OfficeMaterialList,
  OfficeMaterialView,
} from '@kizuna/shared/contracts/materials';
import { materialId, type MaterialId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { MaterialsDocumentsService } from './materials.documents.service.js';
import { MaterialsOfficeReader } from './materials.office.reader.js';
import { MaterialsService } from './materials.service.js';

/** The library as the office keeps it. */
@Controller('office/materials')
export class MaterialsOfficeController {
  constructor(
    private readonly service: MaterialsService,
    private readonly documents: MaterialsDocumentsService,
    private readonly reader: MaterialsOfficeReader,
  ) {}

  @Get()
  @Permit('material.edit')
  @Contract({ response: OfficeMaterialList })
  listMaterials() {
    return this.reader.listMaterials();
  }

  @Post()
  @Permit('material.edit')
  @Contract({ response: OfficeMaterialView, status: 201 })
  createMaterial(
    @CurrentActor() actor: Actor,
    @Body({ schema: MaterialBody }) body: MaterialBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.service.createMaterial(actor, body, key);
  }

  @Get(':materialId')
  @Permit('material.edit')
  @Contract({ response: OfficeMaterialView })
  getMaterial(@Param('materialId', { schema: materialId }) id: MaterialId) {
    return this.reader.getMaterial(id);
  }

  @Patch(':materialId')
  @Permit('material.edit')
  @Contract({ response: OfficeMaterialView })
  changeMaterial(
    @CurrentActor() actor: Actor,
    @Param('materialId', { schema: materialId }) id: MaterialId,
    @Body({ schema: MaterialBody }) body: MaterialBody,
  ) {
    return this.service.changeMaterial(actor, id, body);
  }

  @Post(':materialId/documents')
  @Permit('material.edit')
  @Contract({ response: OfficeMaterialView, status: 201 })
  async addDocument(
    @CurrentActor() actor: Actor,
    @Param('materialId', { schema: materialId }) id: MaterialId,
    @Body({ schema: DocumentBody }) body: DocumentBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    await this.documents.addDocument(actor, id, body, key);
    return this.reader.getMaterial(id);
  }

  @Put(':materialId/text')
  @Permit('material.edit')
  @Contract({ response: OfficeMaterialView })
  editText(
    @CurrentActor() actor: Actor,
    @Param('materialId', { schema: materialId }) id: MaterialId,
    @Body({ schema: DocumentTextBody }) body: DocumentTextBody,
  ) {
    return this.service.editText(actor, id, body);
  }

  @Put(':materialId/publication')
  @Permit('material.edit')
  @Contract({ response: OfficeMaterialView })
  setPublication(
    @CurrentActor() actor: Actor,
    @Param('materialId', { schema: materialId }) id: MaterialId,
    @Body({ schema: MaterialPublicationBody }) body: MaterialPublicationBody,
  ) {
    return this.service.setPublication(actor, id, body);
  }

  @Put(':materialId/lesson')
  @Permit('material.edit')
  @Contract({ response: OfficeMaterialView })
  showInLesson(
    @CurrentActor() actor: Actor,
    @Param('materialId', { schema: materialId }) id: MaterialId,
    @Body({ schema: MaterialLessonBody }) body: MaterialLessonBody,
  ) {
    return this.service.showInLesson(actor, id, body.lessonId);
  }
}
