import { Module, type DynamicModule } from '@nestjs/common';

import { PeopleModule } from './modules/people/index.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';

/** The capabilities, from the lowest tier up. A new one is imported here and nowhere else. */
const capabilities: NonNullable<DynamicModule['imports']> = [PeopleModule];

@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(parts), ...capabilities] };
  }
}
