import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { SheetDesignService } from './sheet-design.service.js';
import { TemplateImageEntity } from './template-image.entity.js';
import { TemplateVersionEntity } from './template-version.entity.js';
import { TemplateEntity } from './template.entity.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesPreviewService } from './templates.preview.service.js';
import { TemplatesReader } from './templates.reader.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';
import { SheetPress } from './typesetting/sheet-press.js';
import { Typesetting } from './typesetting/typesetting.js';

@Module({
  imports: [TypeOrmModule.forFeature([TemplateEntity, TemplateVersionEntity, TemplateImageEntity])],
  controllers: [TemplatesController],
  providers: [
    SheetDesignService,
    SheetPress,
    TemplatesPreviewService,
    TemplatesReader,
    TemplatesRepository,
    TemplatesService,
    Typesetting,
  ],
  exports: [SheetDesignService, SheetPress, TemplatesReader, Typesetting],
})
export class TemplatesModule {}
