import type { Done } from '@kizuna/shared/contracts/fields';
import type { SignInState } from '@kizuna/shared/contracts/people';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { signInCookie } from '../../../platform/auth/index.js';
import { AppConfig } from '../../../platform/config/app-config.js';
import { clearCookie, setCookie } from '../../../platform/http/index.js';
import type { OpenedSignIn } from './session-issuer.js';
import { longestSignInSeconds } from './sign-in.policy.js';

/** The cookie that carries a sign-in's token. */
@Injectable()
export class SignInCookie {
  constructor(private readonly config: AppConfig) {}

  give(reply: FastifyReply, opened: OpenedSignIn): SignInState {
    setCookie(reply, this.config, signInCookie, opened.token, longestSignInSeconds);
    return opened.state;
  }

  take(reply: FastifyReply): Done {
    clearCookie(reply, this.config, signInCookie);
    return { done: true };
  }
}
