import { createHash } from 'node:crypto';

import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import type {
  TemplateCopyBody,
  TemplateDraftBody,
  TemplateImageView,
  TemplateView,
} from '@kizuna/shared/contracts/templates';
import type { TemplateImageId } from '@kizuna/shared/vocabulary/ids';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { Commands } from '../../platform/idempotency/index.js';
import { Ids } from '../../platform/ids/ids.js';
import type { TemplateEntity } from './template.entity.js';
import { faultOf, imagesOf } from './templates.design.policy.js';
import { safePicture } from './templates.images.js';
import { TemplatesReader } from './templates.reader.js';
import { TemplatesRepository } from './templates.repository.js';
import { Typesetting } from './typesetting/typesetting.js';

const subjectType = 'certificate_template';

/** The office's commands on certificate templates. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly commands: Commands,
    private readonly repository: TemplatesRepository,
    private readonly reader: TemplatesReader,
    private readonly typesetting: Typesetting,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Creates a template whose draft is copied from another. @throws platform.not_found */
  async copy(actor: Actor, body: TemplateCopyBody, key: string | undefined): Promise<TemplateView> {
    const scope = `templates.copy:${personOf(actor).personId}`;
    const { id } = await this.commands.once(scope, key, body, async () => {
      const source = await this.locked(body.copyOf);
      const [templateId, now] = [this.ids.next(), this.clock.now()];
      await this.repository.add({
        id: templateId,
        name: body.name,
        isDefault: false,
        draft: source.draft,
        revision: 1,
        createdAt: now,
        changedAt: now,
      });
      await this.record(actor, templateId, 'certificate_template.copied', { copyOf: body.copyOf });
      return { id: templateId };
    });
    return this.reader.get(id);
  }

  /**
   * Saves the draft; the version in use does not change.
   * @throws templates.changed_meanwhile if someone else saved in between
   * @throws templates.unknown_placeholder, templates.glyph_missing, templates.image_unknown at their field
   */
  async saveDraft(actor: Actor, templateId: string, body: TemplateDraftBody): Promise<TemplateView> {
    const fault = faultOf(body.design, (text) => this.typesetting.undrawableIn(text));
    if (fault) throw new DomainError(fault.code, { field: fault.field, params: fault.params });
    await this.commands.once(`templates.draft:${templateId}`, undefined, body, async () => {
      const template = await this.locked(templateId, body.revision);
      await this.requireImages(body.design);
      await this.repository.saveDraft(templateId, body, this.clock.now());
      await this.record(actor, templateId, 'certificate_template.drafted', {
        name: body.name,
        revision: template.revision + 1,
      });
      return {};
    });
    return this.reader.get(templateId);
  }

  /**
   * 「この様式を使う」: makes the draft the next version. Repeating it adds no version. @throws
   * templates.changed_meanwhile
   */
  async adopt(actor: Actor, templateId: string, revision: number): Promise<TemplateView> {
    await this.commands.once(`templates.adopt:${templateId}`, undefined, { revision }, async () => {
      const { draft } = await this.locked(templateId, revision);
      if (await this.repository.isInUse(templateId, draft)) return {};
      const version = await this.repository.addVersion(this.ids.next(), templateId, draft, this.clock.now());
      await this.record(actor, templateId, 'certificate_template.adopted', { version });
      return {};
    });
    return this.reader.get(templateId);
  }

  /** Stores a picture for a seal or logo. @throws templates.image_unreadable, templates.image_too_large */
  async addImage(actor: Actor, file: string): Promise<TemplateImageView> {
    const bytes = await safePicture(Buffer.from(file, 'base64'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const scope = `templates.image:${personOf(actor).personId}`;
    return this.commands.once(scope, undefined, { sha256 }, async () => {
      const image = { id: this.ids.next(), sha256, bytes, createdAt: this.clock.now() };
      return { imageId: (await this.repository.keepImage(image)) as TemplateImageId };
    });
  }

  private async locked(templateId: string, revision?: number): Promise<TemplateEntity> {
    const template = await this.repository.lock(templateId);
    if (!template) throw new DomainError('platform.not_found');
    if (revision !== undefined && template.revision !== revision)
      throw new DomainError('templates.changed_meanwhile');
    return template;
  }

  private async requireImages(design: SheetDesign): Promise<void> {
    const named = imagesOf(design);
    const known = await this.repository.images(named.map(({ imageId }) => imageId));
    const missing = named.find(({ imageId }) => !known.some(({ id }) => id === imageId));
    if (missing) throw new DomainError('templates.image_unknown', { field: missing.field });
  }

  private async record(actor: Actor, subjectId: string, action: string, after: Record<string, unknown>) {
    await this.audit.record({ actor, action, subjectType, subjectId, after });
  }
}
