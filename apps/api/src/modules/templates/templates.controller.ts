import {
  SampleBody,
  TemplateAdoptionBody,
  TemplateCopyBody,
  TemplateDraftBody,
  TemplateImageBody,
  TemplateImageView,
  TemplateList,
  TemplatePreviewBody,
  TemplateView,
} from '@kizuna/shared/contracts/templates';
import {
  templateId,
  templateVersionId,
  type TemplateId,
  type TemplateVersionId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Put, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { TemplatesPreviewService } from './templates.preview.service.js';
import { TemplatesReader } from './templates.reader.js';
import { TemplatesService } from './templates.service.js';

const svg = 'image/svg+xml';

/** How certificates look, as the office keeps it. */
@Controller('office')
export class TemplatesController {
  constructor(
    private readonly service: TemplatesService,
    private readonly reader: TemplatesReader,
    private readonly previews: TemplatesPreviewService,
  ) {}

  @Get('certificate-templates')
  @Permit('certificate.read')
  @Contract({ response: TemplateList })
  list() {
    return this.reader.list();
  }

  @Post('certificate-templates')
  @Permit('template.edit')
  @Contract({ response: TemplateView, status: 201 })
  copy(
    @CurrentActor() actor: Actor,
    @Body({ schema: TemplateCopyBody }) body: TemplateCopyBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.service.copy(actor, body, key);
  }

  @Get('certificate-templates/:templateId')
  @Permit('certificate.read')
  @Contract({ response: TemplateView })
  get(@Param('templateId', { schema: templateId }) id: TemplateId) {
    return this.reader.get(id);
  }

  @Put('certificate-templates/:templateId/draft')
  @Permit('template.edit')
  @Contract({ response: TemplateView })
  saveDraft(
    @CurrentActor() actor: Actor,
    @Param('templateId', { schema: templateId }) id: TemplateId,
    @Body({ schema: TemplateDraftBody }) body: TemplateDraftBody,
  ) {
    return this.service.saveDraft(actor, id, body);
  }

  @Post('certificate-templates/:templateId/versions')
  @Permit('template.edit')
  @Contract({ response: TemplateView, status: 201 })
  adopt(
    @CurrentActor() actor: Actor,
    @Param('templateId', { schema: templateId }) id: TemplateId,
    @Body({ schema: TemplateAdoptionBody }) body: TemplateAdoptionBody,
  ) {
    return this.service.adopt(actor, id, body.revision);
  }

  @Post('certificate-template-images')
  @Permit('template.edit')
  @Contract({ response: TemplateImageView, status: 201 })
  addImage(@CurrentActor() actor: Actor, @Body({ schema: TemplateImageBody }) body: TemplateImageBody) {
    return this.service.addImage(actor, body.file);
  }

  @Post('certificate-template-previews')
  @Permit('certificate.read')
  @Contract({ file: svg })
  async preview(@Body({ schema: TemplatePreviewBody }) body: TemplatePreviewBody) {
    return pictureOf(await this.previews.ofDesign(body.design, body));
  }

  @Post('certificate-template-versions/:templateVersionId/previews')
  @Permit('certificate.read')
  @Contract({ file: svg })
  async previewVersion(
    @Param('templateVersionId', { schema: templateVersionId }) id: TemplateVersionId,
    @Body({ schema: SampleBody }) body: SampleBody,
  ) {
    return pictureOf(await this.previews.ofVersion(id, body));
  }
}

function pictureOf(picture: string): StreamableFile {
  return new StreamableFile(Buffer.from(picture), { type: svg, disposition: 'inline' });
}
