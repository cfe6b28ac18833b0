import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { Ids } from '../../platform/ids/ids.js';
import { standardDesign, type SheetImage } from './sheets/sheet-text.js';
import { imagesOf } from './templates.design.policy.js';
import { TemplatesRepository, type StoredVersion } from './templates.repository.js';

/** A design with its pictures, ready for typesetting. `versionId` is null for the sheet that predates templates. */
export interface UsedDesign {
  versionId: string | null;
  design: SheetDesign;
  images: SheetImage[];
}

/** The designs in use, for printing. Everything runs in the caller's transaction. */
@Injectable()
export class SheetDesignService {
  constructor(
    private readonly repository: TemplatesRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The template's version in use; without an id, that of the default template. @throws templates.not_adopted */
  async currentOf(templateId: string | null): Promise<UsedDesign> {
    const current = await this.repository.currentOf(templateId);
    if (!current) throw new DomainError('templates.not_adopted');
    return this.withImages(current);
  }

  /** The version with which something was made earlier. */
  async versionOf(versionId: string | null): Promise<UsedDesign> {
    const version = versionId === null ? null : await this.repository.versionOf(versionId);
    return version ? this.withImages(version) : { versionId: null, design: standardDesign, images: [] };
  }

  /**
   * Finds or creates a template for the text a curriculum provides; uses the default template if it has the same text.
   * @returns its id, null for the default one
   */
  async provide(name: string, body: string): Promise<string | null> {
    const { design } = await this.currentOf(null);
    if (design.body === body) return null;
    const [templateId, now] = [this.ids.next(), this.clock.now()];
    const draft = { ...design, body };
    await this.repository.add({
      id: templateId,
      name,
      isDefault: false,
      draft,
      revision: 1,
      createdAt: now,
      changedAt: now,
    });
    await this.repository.addVersion(this.ids.next(), templateId, draft, now);
    return templateId;
  }

  private async withImages({ versionId, design }: StoredVersion): Promise<UsedDesign> {
    const images = await this.repository.images(imagesOf(design).map(({ imageId }) => imageId));
    return { versionId, design, images };
  }
}
