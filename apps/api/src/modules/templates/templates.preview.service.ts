import type { SheetDesign } from '@kizuna/shared/contracts/templates.sheet-design';
import type { SampleBody } from '@kizuna/shared/contracts/templates';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { sampleText } from './sheets/sheet-samples.js';
import { faultOf, imagesOf } from './templates.design.policy.js';
import { TemplatesRepository } from './templates.repository.js';
import { Typesetting } from './typesetting/typesetting.js';

/** Designs as pictures, with sample data and 「見本」 across them. */
@Injectable()
export class TemplatesPreviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: TemplatesRepository,
    private readonly typesetting: Typesetting,
    private readonly clock: Clock,
  ) {}

  /**
   * Previews a design that may not be saved yet; unknown pictures are omitted.
   * @throws templates.unknown_placeholder, templates.glyph_missing at their field, as saving would
   */
  async ofDesign(design: SheetDesign, body: SampleBody): Promise<string> {
    const fault = faultOf(design, (text) => this.typesetting.undrawableIn(text));
    if (fault) throw new DomainError(fault.code, { field: fault.field, params: fault.params });
    return this.transactions.run(() => this.pictureOf(design, body));
  }

  /** @throws platform.not_found */
  ofVersion(versionId: string, body: SampleBody): Promise<string> {
    return this.transactions.run(async () => {
      const version = await this.repository.versionOf(versionId);
      if (!version) throw new DomainError('platform.not_found');
      return this.pictureOf(version.design, body);
    });
  }

  private async pictureOf(design: SheetDesign, body: SampleBody): Promise<string> {
    const images = await this.repository.images(imagesOf(design).map(({ imageId }) => imageId));
    return this.typesetting.picture(sampleText(design, body, this.clock.now()), { design, images });
  }
}
