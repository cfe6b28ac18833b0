import {
  ApplicationReceipt,
  DraftAnswersBody,
  DraftStartBody,
  DraftSubmissionBody,
  DraftView,
} from '@kizuna/shared/contracts/enrolment';
import { Done } from '@kizuna/shared/contracts/fields';
import { Body, Controller, Delete, Get, Post, Put, Res } from '@nestjs/common';

import { CurrentActor, Public, type Actor } from '../../platform/auth/index.js';
import { AppConfig } from '../../platform/config/app-config.js';
import { clearCookie, Contract, setCookie, type Reply } from '../../platform/http/index.js';
import { draftCookie, draftCookieSeconds, DraftToken } from './enrolment.draft.cookie.js';
import { EnrolmentDraftService } from './enrolment.draft.service.js';

/** The application form, page by page. */
@Controller('application-draft')
export class EnrolmentDraftController {
  constructor(
    private readonly drafts: EnrolmentDraftService,
    private readonly config: AppConfig,
  ) {}

  @Post()
  @Public()
  @Contract({ response: DraftView, status: 201 })
  async start(
    @CurrentActor() actor: Actor,
    @DraftToken() token: string | undefined,
    @Body({ schema: DraftStartBody }) body: DraftStartBody,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const draft = await this.drafts.start(actor, token, body);
    setCookie(reply, this.config, draftCookie, draft.token, draftCookieSeconds);
    return draft.view;
  }

  @Get()
  @Public()
  @Contract({ response: DraftView })
  get(@CurrentActor() actor: Actor, @DraftToken() token: string | undefined) {
    return this.drafts.get(actor, token);
  }

  @Put('answers')
  @Public()
  @Contract({ response: DraftView })
  save(
    @CurrentActor() actor: Actor,
    @DraftToken() token: string | undefined,
    @Body({ schema: DraftAnswersBody }) body: DraftAnswersBody,
  ) {
    return this.drafts.save(actor, token, body);
  }

  @Delete()
  @Public()
  @Contract({ response: Done })
  discard(@DraftToken() token: string | undefined, @Res({ passthrough: true }) reply: Reply) {
    clearCookie(reply, this.config, draftCookie);
    return this.drafts.discard(token);
  }

  @Post('submission')
  @Public()
  @Contract({ response: ApplicationReceipt, status: 201 })
  submit(
    @CurrentActor() actor: Actor,
    @DraftToken() token: string | undefined,
    @Body({ schema: DraftSubmissionBody }) _body: DraftSubmissionBody,
  ) {
    return this.drafts.submit(actor, token);
  }
}
