import type {
  DraftAnswersBody,
  DraftStartBody,
  DraftSubmissionBody,
} from '@kizuna/shared/contracts/enrolment';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { Controller, Res } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { AppConfig } from '../../platform/config/app-config.js';
import { Handles, clearCookie, setCookie, type Reply } from '../../platform/http/index.js';
import { draftCookie, draftCookieSeconds, DraftToken } from './enrolment.draft.cookie.js';
import { EnrolmentDraftService } from './enrolment.draft.service.js';

/** The application form, page by page. */
@Controller()
export class EnrolmentDraftController {
  constructor(
    private readonly drafts: EnrolmentDraftService,
    private readonly config: AppConfig,
  ) {}

  @Handles(enrolmentEndpoints.startDraft)
  async startDraft(
    body: DraftStartBody,
    @CurrentActor() actor: Actor,
    @DraftToken() token: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    const draft = await this.drafts.start(actor, token, body);
    setCookie(reply, this.config, draftCookie, draft.token, draftCookieSeconds);
    return draft.view;
  }

  @Handles(enrolmentEndpoints.getDraft)
  getDraft(@CurrentActor() actor: Actor, @DraftToken() token: string | undefined) {
    return this.drafts.get(actor, token);
  }

  @Handles(enrolmentEndpoints.saveDraftAnswers)
  saveDraftAnswers(
    body: DraftAnswersBody,
    @CurrentActor() actor: Actor,
    @DraftToken() token: string | undefined,
  ) {
    return this.drafts.save(actor, token, body);
  }

  @Handles(enrolmentEndpoints.discardDraft)
  discardDraft(@DraftToken() token: string | undefined, @Res({ passthrough: true }) reply: Reply) {
    clearCookie(reply, this.config, draftCookie);
    return this.drafts.discard(token);
  }

  @Handles(enrolmentEndpoints.submitDraft)
  submitDraft(
    _body: DraftSubmissionBody,
    @CurrentActor() actor: Actor,
    @DraftToken() token: string | undefined,
  ) {
    return this.drafts.submit(actor, token);
  }
}
