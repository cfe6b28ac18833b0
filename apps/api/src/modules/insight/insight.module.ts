import { Module } from '@nestjs/common';

import { InsightController } from './insight.controller.js';
import { InsightExports } from './insight.exports.js';
import { InsightReader } from './insight.reader.js';
import { InsightScopeReader } from './insight.scope.reader.js';

@Module({
  controllers: [InsightController],
  providers: [InsightExports, InsightReader, InsightScopeReader],
  exports: [InsightReader],
})
export class InsightModule {}
