import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';

import { AppConfig } from '../config/app-config.js';
import { MailFailed } from './mail-failed.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Fixed per mail, not per attempt, so that a receiver can recognise a repeat: `<uuid@kizuna>`. */
  messageId: string;
  attachments?: { filename: string; content: Buffer; contentType: string }[];
}

/** Sends over SMTP_URL. Gives up on slow or silent servers after half a minute. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(private readonly config: AppConfig) {
    const pooled = new URL(config.smtpUrl);
    pooled.searchParams.set('pool', 'true');
    pooled.searchParams.set('maxConnections', '3');
    pooled.searchParams.set('connectionTimeout', '10000');
    pooled.searchParams.set('greetingTimeout', '10000');
    pooled.searchParams.set('socketTimeout', '30000');
    this.transport = createTransport(pooled.toString());
  }

  /** @throws MailFailed */
  async send(mail: Mail): Promise<void> {
    try {
      await this.transport.sendMail({ ...mail, from: this.config.mailFrom });
    } catch (error) {
      const code = (error as { responseCode?: unknown }).responseCode;
      const responseCode = typeof code === 'number' ? code : undefined;
      const envelope = (error as { code?: unknown }).code === 'EENVELOPE' && responseCode === undefined;
      throw new MailFailed(envelope || (responseCode ?? 0) >= 500, responseCode, error);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
