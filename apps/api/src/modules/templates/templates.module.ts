import { Module } from '@nestjs/common';

import { Typesetting } from './templates.typesetting.js';

@Module({ providers: [Typesetting], exports: [Typesetting] })
export class TemplatesModule {}
