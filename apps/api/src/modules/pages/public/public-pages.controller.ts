import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { Controller } from '@nestjs/common';

import { Handles } from '../../../platform/http/index.js';
import { PublicPagesReader } from './public-pages.reader.js';

@Controller()
export class PublicPagesController {
  constructor(private readonly pages: PublicPagesReader) {}

  @Handles(pagesEndpoints.getFrontPage)
  getFrontPage() {
    return this.pages.getFrontPage();
  }
}
