import type {
  DocumentTextBody,
  MaterialBody,
  MaterialPublicationBody,
  OfficeMaterialView,
} from '@kizuna/shared/contracts/materials';
import type { MaterialState } from '@kizuna/shared/vocabulary/materials';
import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { Commands } from '../../platform/idempotency/index.js';
import { Ids } from '../../platform/ids/ids.js';
import type { MaterialEntity } from './material.entity.js';
import { MaterialsOfficeReader } from './materials.office.reader.js';
import { fitsLesson, obstaclesOf } from './materials.policy.js';
import { MaterialsRepository } from './materials.repository.js';

const subjectType = 'material';

/** Office commands for the documents of the library. */
@Injectable()
export class MaterialsService {
  constructor(
    private readonly commands: Commands,
    private readonly transactions: Transactions,
    private readonly repository: MaterialsRepository,
    private readonly reader: MaterialsOfficeReader,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Creates a document as a draft; its PDF is added later. */
  async createMaterial(
    actor: Actor,
    body: MaterialBody,
    key: string | undefined,
  ): Promise<OfficeMaterialView> {
    const { personId } = personOf(actor);
    const { id } = await this.commands.once(`materials.create:${personId}`, key, body, async () => {
      const materialId = this.ids.next();
      await this.repository.add(materialId, body, this.clock.now());
      await this.audit.record({
        actor,
        action: 'material.created',
        subjectType,
        subjectId: materialId,
        after: body,
      });
      return { id: materialId };
    });
    return this.reader.getMaterial(id);
  }

  /** Changes the metadata. @throws DomainError platform.not_found, materials.changed_meanwhile */
  async changeMaterial(actor: Actor, materialId: string, body: MaterialBody): Promise<OfficeMaterialView> {
    return this.change(materialId, async (material) => {
      if (material.revision !== body.revision) throw new DomainError('materials.changed_meanwhile');
      if (material.courseId !== body.courseId && (await this.repository.isInUse(materialId))) {
        throw new DomainError('materials.in_use');
      }
      await this.repository.change(materialId, body, this.clock.now());
      const before = {
        kind: material.kind,
        title: material.title,
        summary: material.summary,
        year: material.year,
      };
      const rest = { credit: material.credit, audience: material.audience, courseId: material.courseId };
      const { kind, title, summary, year, credit, audience, courseId } = body;
      const after = { kind, title, summary, year, credit, audience, courseId };
      const note = { actor, action: 'material.changed', subjectType, subjectId: materialId };
      await this.audit.record({ ...note, before: { ...before, ...rest }, after });
    });
  }

  /**
   * Publishes the newest prepared version (also replacing the current one; reading positions are kept), returns it to
   * draft or archives it.
   * @throws DomainError platform.not_found, materials.not_publishable; materials.in_use if a lesson shows it
   */
  async setPublication(
    actor: Actor,
    materialId: string,
    body: MaterialPublicationBody,
  ): Promise<OfficeMaterialView> {
    return this.change(materialId, async (material) => {
      const documentId = await this.documentFor(material, body.state);
      await this.repository.publish(materialId, body.state, documentId, this.clock.now());
      const before = { state: material.state, documentId: material.documentId };
      const after = { state: body.state, documentId };
      const note = { actor, action: 'material.publication_changed', subjectType, subjectId: materialId };
      await this.audit.record({ ...note, before, after });
    });
  }

  /** Saves the text version of a document. @throws DomainError platform.not_found, materials.changed_meanwhile */
  async editText(actor: Actor, materialId: string, body: DocumentTextBody): Promise<OfficeMaterialView> {
    return this.change(materialId, async (material) => {
      const { documentId, revision, pages } = body;
      const isLive = material.state === 'published' && material.documentId === documentId;
      if (isLive && obstaclesOf(pages).length > 0) throw new DomainError('materials.not_publishable');
      if (!(await this.repository.saveTexts(materialId, documentId, revision, pages))) {
        throw new DomainError('materials.changed_meanwhile');
      }
      const after = { documentId, revision: revision + 1 };
      await this.audit.record({
        actor,
        action: 'material.text_edited',
        subjectType,
        subjectId: materialId,
        after,
      });
    });
  }

  /** Assigns this document to a material lesson; completions by learners are kept. */
  async showInLesson(actor: Actor, materialId: string, lessonId: string): Promise<OfficeMaterialView> {
    return this.change(materialId, async (material) => {
      const lesson = await this.repository.lessonOf(lessonId);
      if (!fitsLesson(material, lesson)) throw new DomainError('materials.lesson_unfit');
      await this.repository.showInLesson(lessonId, materialId);
      const after = { lessonId };
      await this.audit.record({
        actor,
        action: 'material.shown_in_lesson',
        subjectType,
        subjectId: materialId,
        after,
      });
    });
  }

  private async documentFor(material: MaterialEntity, state: MaterialState): Promise<string | null> {
    if (state !== 'published') {
      if (await this.repository.isInUse(material.id)) throw new DomainError('materials.in_use');
      return material.documentId;
    }
    const ready = await this.repository.newestReady(material.id);
    if (obstaclesOf(ready && ready.texts).length > 0) throw new DomainError('materials.not_publishable');
    return ready!.id;
  }

  private async change(
    materialId: string,
    work: (material: MaterialEntity) => Promise<void>,
  ): Promise<OfficeMaterialView> {
    await this.transactions.run(async () => {
      const material = await this.repository.lock(materialId);
      if (!material) throw new DomainError('platform.not_found');
      await work(material);
    });
    return this.reader.getMaterial(materialId);
  }
}
