import type { MaterialList, MaterialView } from '@kizuna/shared/contracts/courses';
import { Injectable } from '@nestjs/common';

import { Reads } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';

const summary = 'm.id AS "materialId", m.title, m.minutes, c.title AS "courseTitle"';

/** The texts to read (教材). They are public: the programme wants them read. */
@Injectable()
export class MaterialsReader {
  constructor(private readonly reads: Reads) {}

  async listMaterials(): Promise<MaterialList> {
    const items = await this.reads.prepared<MaterialList['items'][number]>(
      'courses.materials',
      `SELECT ${summary} FROM materials m JOIN courses c ON c.id = m.course_id ORDER BY c.position, m.position`,
    );
    return { items };
  }

  async findMaterial(materialId: string): Promise<MaterialView | null> {
    const [row] = await this.reads.prepared<MaterialView>(
      'courses.material',
      `SELECT ${summary}, m.sections, m.glossary FROM materials m JOIN courses c ON c.id = m.course_id WHERE m.id = $1`,
      [materialId],
    );
    return row ?? null;
  }

  /** @throws DomainError platform.not_found */
  async getMaterial(materialId: string): Promise<MaterialView> {
    const found = await this.findMaterial(materialId);
    if (!found) throw new DomainError('platform.not_found');
    return found;
  }
}
