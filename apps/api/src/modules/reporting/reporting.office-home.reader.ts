import type { OfficeHome } from '@kizuna/shared/contracts/reporting';
import { Injectable } from '@nestjs/common';

import type { Actor } from '../../platform/auth/index.js';
import { SupportersReader } from '../supporters/index.js';
import { ReportingReader } from './reporting.reader.js';

/** Today's work for the office: from the courses and from the supporters. */
@Injectable()
export class ReportingOfficeHomeReader {
  constructor(
    private readonly reporting: ReportingReader,
    private readonly supporters: SupportersReader,
  ) {}

  async home(actor: Actor): Promise<OfficeHome> {
    const [courses, supporters] = await Promise.all([
      this.reporting.workOfCourses(actor),
      this.supporters.openCounts(),
    ]);
    return { ...courses, ...supporters };
  }
}
