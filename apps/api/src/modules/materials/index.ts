export type { GlossaryEntry } from './material.entity.js';
export { MaterialsImportService } from './materials.import.service.js';
export { MaterialsModule } from './materials.module.js';
export { MaterialsOfficeReader } from './materials.office.reader.js';
export { MaterialsReader } from './materials.reader.js';
export { ReadingPlaceService } from './reading-place.service.js';
