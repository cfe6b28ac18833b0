import type {
  SampleBody,
  TemplateAdoptionBody,
  TemplateCopyBody,
  TemplateDraftBody,
  TemplateImageBody,
  TemplatePreviewBody,
} from '@kizuna/shared/contracts/templates';
import { templatesEndpoints } from '@kizuna/shared/contracts/templates.endpoints';
import type { TemplateId, TemplateVersionId } from '@kizuna/shared/vocabulary/ids';
import { Controller, StreamableFile } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../platform/http/index.js';
import { TemplatesPreviewService } from './templates.preview.service.js';
import { TemplatesReader } from './templates.reader.js';
import { TemplatesService } from './templates.service.js';

const svg = 'image/svg+xml';

/** How certificates look, as the office keeps it. */
@Controller()
export class TemplatesController {
  constructor(
    private readonly service: TemplatesService,
    private readonly reader: TemplatesReader,
    private readonly previews: TemplatesPreviewService,
  ) {}

  @Handles(templatesEndpoints.listTemplates)
  listTemplates() {
    return this.reader.list();
  }

  @Handles(templatesEndpoints.copyTemplate)
  copyTemplate(
    body: TemplateCopyBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.service.copy(actor, body, key);
  }

  @Handles(templatesEndpoints.getTemplate)
  getTemplate({ templateId }: { templateId: TemplateId }) {
    return this.reader.get(templateId);
  }

  @Handles(templatesEndpoints.saveTemplateDraft)
  saveTemplateDraft(
    { templateId }: { templateId: TemplateId },
    body: TemplateDraftBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.saveDraft(actor, templateId, body);
  }

  @Handles(templatesEndpoints.adoptTemplate)
  adoptTemplate(
    { templateId }: { templateId: TemplateId },
    body: TemplateAdoptionBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.adopt(actor, templateId, body.revision);
  }

  @Handles(templatesEndpoints.addTemplateImage)
  addTemplateImage(body: TemplateImageBody, @CurrentActor() actor: Actor) {
    return this.service.addImage(actor, body.file);
  }

  @Handles(templatesEndpoints.previewTemplate)
  async previewTemplate(body: TemplatePreviewBody) {
    return pictureOf(await this.previews.ofDesign(body.design, body));
  }

  @Handles(templatesEndpoints.previewTemplateVersion)
  async previewTemplateVersion(
    { templateVersionId }: { templateVersionId: TemplateVersionId },
    body: SampleBody,
  ) {
    return pictureOf(await this.previews.ofVersion(templateVersionId, body));
  }
}

function pictureOf(picture: string): StreamableFile {
  return new StreamableFile(Buffer.from(picture), { type: svg, disposition: 'inline' });
}
