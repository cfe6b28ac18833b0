import { Module } from '@nestjs/common';

import { SheetPress } from './templates.press.js';
import { Typesetting } from './templates.typesetting.js';

@Module({ providers: [SheetPress, Typesetting], exports: [SheetPress, Typesetting] })
export class TemplatesModule {}
