import type { FastifyRequest } from 'fastify';

import { readBody } from '../../platform/http/index.js';
import { WalletRefusal } from './wallet.refusal.js';

/** More than any wallet sends, in bytes. */
const longestForm = 16_384;

/** The fields of a form. RFC 6749 (3.2): no field may appear twice. @throws WalletRefusal */
export async function formIn(request: FastifyRequest): Promise<Record<string, string>> {
  const text = (await readBody(request, longestForm, 'platform.too_large')).toString('utf8');
  const fields = [...new URLSearchParams(text)];
  const form = Object.fromEntries(fields);
  if (Object.keys(form).length !== fields.length) throw new WalletRefusal('invalid_request');
  return form;
}

/** The members of a JSON body. @throws WalletRefusal */
export function jsonIn({ body }: FastifyRequest): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new WalletRefusal('invalid_credential_request');
  return body as Record<string, unknown>;
}
