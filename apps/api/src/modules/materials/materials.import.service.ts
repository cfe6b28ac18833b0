import { createHash } from 'node:crypto';

import type { MaterialBody } from '@kizuna/shared/contracts/materials';
import { Injectable } from '@nestjs/common';

import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { Ids } from '../../platform/ids/ids.js';
import { BlobStore } from '../../platform/storage/index.js';
import { DocumentPreparation } from './document.preparation.js';
import { MaterialsRepository, type TextMaterial } from './materials.repository.js';

/** Imports texts and documents that ship with the product. */
@Injectable()
export class MaterialsImportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: MaterialsRepository,
    private readonly preparation: DocumentPreparation,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Imports a text of a course, in the course's transaction. @returns the material's id */
  importText(text: Omit<TextMaterial, 'id'>): Promise<string> {
    return this.repository.saveText({ id: this.ids.next(), ...text });
  }

  /**
   * Imports one PDF, prepares it immediately, and publishes it.
   * @returns the material's id
   * @throws Error if the file is unsuitable: it is our own, so this is a bug
   */
  async importDocument(body: MaterialBody, file: { name: string; bytes: Buffer }): Promise<string> {
    const [materialId, id] = [this.ids.next(), this.ids.next()];
    const blobKey = `materials/incoming/${createHash('sha256').update(file.bytes).digest('hex').slice(0, 40)}.pdf`;
    await this.blobs.put(blobKey, file.bytes);
    const now = this.clock.now();
    await this.transactions.run(async () => {
      await this.repository.add(materialId, body, now);
      const source = { uploadId: null, blobKey, fileName: file.name, sizeBytes: file.bytes.length };
      await this.repository.addDocument({ id, materialId, ...source }, now);
    });
    await this.preparation.prepare(id);
    await this.transactions.run(async () => {
      const ready = await this.repository.newestReady(materialId);
      if (!ready) throw new Error(`the document ${file.name} could not be prepared`);
      await this.repository.publish(materialId, 'published', ready.id, now);
    });
    return materialId;
  }
}
