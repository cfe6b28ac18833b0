export interface CrossSiteFacts {
  method: string;
  /** Headers as Node gives them: lower-case names. */
  secFetchSite: string | undefined;
  origin: string | undefined;
  host: string | undefined;
  /** X-Forwarded-Host, only where the proxy is trusted. */
  forwardedHost: string | undefined;
  publicOrigin: string;
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

/**
 * Whether a request may be another site's doing (cross-site request forgery). Only changing methods are judged;
 * a request with neither header comes from no browser and carries no cookie it was not given.
 */
export function isCrossSite(facts: CrossSiteFacts): boolean {
  if (!changing.has(facts.method)) return false;
  if (facts.secFetchSite === 'cross-site') return true;
  if (facts.origin === undefined) return false;
  const from = hostOf(facts.origin);
  const ours = [facts.host, facts.forwardedHost, hostOf(facts.publicOrigin)];
  return from === undefined || !ours.includes(from);
}
