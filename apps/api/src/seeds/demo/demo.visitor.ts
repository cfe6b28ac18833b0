import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { SessionIssuer } from '../../modules/people/index.js';
import { signInCookie } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Transactions } from '../../platform/database/index.js';

/** Sessions are renewed after this time: the demo's days pass quickly, and staff sessions end with the day. */
const signInLastsMs = 30 * 60_000;

/** A user of the product: the demo is played through the public endpoints. */
export class DemoVisitor {
  private token: string | undefined;
  private signedInAt = 0;

  /** @param personId the signed-in person; anonymous if omitted */
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly personId?: string,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }
  post<T>(path: string, body: object = {}): Promise<T> {
    return this.send<T>('POST', path, body);
  }
  put<T>(path: string, body: object): Promise<T> {
    return this.send<T>('PUT', path, body);
  }

  /** @throws Error naming the endpoint and the error response */
  private async send<T>(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object): Promise<T> {
    await this.signIn();
    const answer = await this.app.inject({
      method,
      url: `/api${path}`,
      headers: this.token === undefined ? {} : { cookie: `${signInCookie}=${this.token}` },
      ...(payload ? { payload } : {}),
    });
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.payload}`);
    return answer.json<T>();
  }

  private async signIn(): Promise<void> {
    const { app, personId } = this;
    const now = app.get(Clock).now().getTime();
    if (personId === undefined || Math.abs(now - this.signedInAt) < signInLastsMs) return;
    const opened = await app.get(Transactions).run(() => app.get(SessionIssuer).open(personId, 'password'));
    this.token = opened.token;
    this.signedInAt = now;
  }
}
