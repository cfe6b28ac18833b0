import { MaterialList, MaterialListQuery, MaterialView } from '@kizuna/shared/contracts/materials';
import { materialId, type MaterialId } from '@kizuna/shared/vocabulary/ids';
import { Controller, Get, Param, Query } from '@nestjs/common';

import { Public } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { MaterialsReader } from './materials.reader.js';

/** The library as everybody sees it. */
@Controller('materials')
export class MaterialsController {
  constructor(private readonly materials: MaterialsReader) {}

  @Get()
  @Public()
  @Contract({ response: MaterialList })
  listMaterials(@Query({ schema: MaterialListQuery }) query: MaterialListQuery) {
    return this.materials.listMaterials(query);
  }

  @Get(':materialId')
  @Public()
  @Contract({ response: MaterialView })
  getMaterial(@Param('materialId', { schema: materialId }) id: MaterialId) {
    return this.materials.getPublicMaterial(id);
  }
}
