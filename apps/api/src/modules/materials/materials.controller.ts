import type { MaterialListQuery } from '@kizuna/shared/contracts/materials';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import type { MaterialId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { Handles } from '../../platform/http/index.js';
import { MaterialsReader } from './materials.reader.js';

/** The library as everybody sees it. */
@Controller()
export class MaterialsController {
  constructor(private readonly materials: MaterialsReader) {}

  @Handles(materialsEndpoints.listPublicMaterials)
  listPublicMaterials(query: MaterialListQuery) {
    return this.materials.listMaterials(query);
  }

  @Handles(materialsEndpoints.getPublicMaterial)
  getPublicMaterial({ materialId }: { materialId: MaterialId }) {
    return this.materials.getPublicMaterial(materialId);
  }
}
