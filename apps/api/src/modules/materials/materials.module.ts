import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { DocumentPreparation } from './document.preparation.js';
import { MaterialDocumentEntity } from './material-document.entity.js';
import { MaterialReadingEntity } from './material-reading.entity.js';
import { MaterialEntity } from './material.entity.js';
import { MaterialsController } from './materials.controller.js';
import { MaterialsDocumentsService } from './materials.documents.service.js';
import { MaterialsImportService } from './materials.import.service.js';
import { MaterialsOfficeController } from './materials.office.controller.js';
import { MaterialsOfficeReader } from './materials.office.reader.js';
import { MaterialsReader } from './materials.reader.js';
import { MaterialsRepository } from './materials.repository.js';
import { MaterialsService } from './materials.service.js';
import { ReadingPlaceService } from './reading-place.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([MaterialDocumentEntity, MaterialEntity, MaterialReadingEntity])],
  controllers: [MaterialsController, MaterialsOfficeController],
  providers: [
    DocumentPreparation,
    MaterialsDocumentsService,
    MaterialsImportService,
    MaterialsOfficeReader,
    MaterialsReader,
    MaterialsRepository,
    MaterialsService,
    ReadingPlaceService,
  ],
  exports: [MaterialsImportService, MaterialsOfficeReader, MaterialsReader, ReadingPlaceService],
})
export class MaterialsModule {}
