import type { DocumentBody } from '@kizuna/shared/contracts/materials';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/index.js';
import { Commands } from '../../platform/idempotency/index.js';
import { Ids } from '../../platform/ids/ids.js';
import { Uploads } from '../../platform/uploads/index.js';
import { DocumentPreparation } from './document.preparation.js';
import { MaterialsRepository } from './materials.repository.js';

/** Adds PDFs to the library: each is a new version, visible to readers once published. */
@Injectable()
export class MaterialsDocumentsService {
  constructor(
    private readonly commands: Commands,
    private readonly uploads: Uploads,
    private readonly repository: MaterialsRepository,
    private readonly preparation: DocumentPreparation,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Passes the actor's own finished upload to the worker as the next version.
   * @throws DomainError platform.not_found, uploads.not_complete
   */
  async addDocument(
    actor: Actor,
    materialId: string,
    body: DocumentBody,
    key: string | undefined,
  ): Promise<void> {
    const { personId } = personOf(actor);
    await this.commands.once(`materials.document:${personId}`, key, { materialId, body }, async () => {
      const { uploadId, fileName, sizeBytes } = await this.uploads.take(actor, body.uploadId, 'material');
      await this.addVersion(actor, materialId, { uploadId, fileName, sizeBytes });
    });
  }

  private async addVersion(
    actor: Actor,
    materialId: string,
    file: { uploadId: string; fileName: string; sizeBytes: number },
  ): Promise<void> {
    if (!(await this.repository.lock(materialId))) throw new DomainError('platform.not_found');
    const id = this.ids.next();
    await this.repository.addDocument({ id, materialId, blobKey: null, ...file }, this.clock.now());
    await this.preparation.request(id);
    const after = { documentId: id, sizeBytes: file.sizeBytes };
    const note = { actor, action: 'material.document_added', subjectType: 'material', subjectId: materialId };
    await this.audit.record({ ...note, after });
  }
}
