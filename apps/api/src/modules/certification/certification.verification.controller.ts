import {
  FileVerificationBody,
  VerificationBody,
  VerificationView,
} from '@kizuna/shared/contracts/certification';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';

import { Public } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { CertificationReader } from './certification.reader.js';

@Controller('verifications')
export class VerificationController {
  constructor(private readonly reader: CertificationReader) {}

  @Get(':publicCode')
  @Public()
  @Contract({ response: VerificationView })
  byCode(@Param('publicCode') publicCode: string) {
    return this.reader.verifyByCode(publicCode);
  }

  @Post()
  @Public()
  @Contract({ response: VerificationView })
  byNumber(@Body({ schema: VerificationBody }) body: VerificationBody) {
    return this.reader.verifyByNumber(body);
  }

  @Post('files')
  @Public()
  @Contract({ response: VerificationView })
  byFile(@Body({ schema: FileVerificationBody }) body: FileVerificationBody) {
    return this.reader.verifyByFile(body);
  }
}
