import type { IncomingMessage } from 'node:http';

/** How this process determines the client and the address used. */
export interface ForwardingRule {
  publicOrigin: string;
  /** A reverse proxy is in front of this process and sets the x-forwarded-* headers. */
  trustProxy: boolean;
}

/**
 * Rewrites the x-forwarded-* headers of a request so that later code may trust them: without a proxy, anyone can set
 * them. The protocol of the public origin applies to requests that name its host.
 */
export function setTrustedForwarding(request: IncomingMessage, rule: ForwardingRule): void {
  const { headers } = request;
  const publicUrl = new URL(rule.publicOrigin);
  if (rule.trustProxy && typeof headers['x-forwarded-host'] === 'string')
    headers.host = headers['x-forwarded-host'];
  const claimed = rule.trustProxy ? headers['x-forwarded-proto'] : undefined;
  const plain = claimed === 'https' || claimed === 'http' ? claimed : 'http';
  headers['x-forwarded-proto'] = headers.host === publicUrl.host ? publicUrl.protocol.slice(0, -1) : plain;
  headers['x-forwarded-for'] = clientAddress(request, rule.trustProxy);
  delete headers['x-forwarded-host'];
  delete headers.forwarded;
}

/** The address nearest to the proxy is the one the proxy itself saw; earlier ones can be forged. */
function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : '';
  const seenByProxy = forwarded.split(',').at(-1)?.trim();
  return seenByProxy || request.socket.remoteAddress || '127.0.0.1';
}
