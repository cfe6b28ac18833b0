import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { TemplatesController } from './templates.controller.js';
import { SheetDesigns } from './templates.designs.service.js';
import { TemplateEntity, TemplateImageEntity, TemplateVersionEntity } from './templates.entity.js';
import { SheetPress } from './templates.press.js';
import { TemplatePreviews } from './templates.preview.service.js';
import { TemplatesReader } from './templates.reader.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';
import { Typesetting } from './templates.typesetting.js';

@Module({
  imports: [TypeOrmModule.forFeature([TemplateEntity, TemplateVersionEntity, TemplateImageEntity])],
  controllers: [TemplatesController],
  providers: [
    SheetDesigns,
    SheetPress,
    TemplatePreviews,
    TemplatesReader,
    TemplatesRepository,
    TemplatesService,
    Typesetting,
  ],
  exports: [SheetDesigns, SheetPress, TemplatesReader, Typesetting],
})
export class TemplatesModule {}
