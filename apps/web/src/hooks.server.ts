import { sequence, type Handle, type HandleServerError } from '@sveltejs/kit/hooks';
import fontsAddress from '#lib/ui/fonts/fonts-rest.css?url';
import { langAttribute } from '#lib/i18n/page-language.ts';
import { pageLanguageIn } from '#lib/server/page-language.ts';
import { textSizeClass, textSizeOf } from '#lib/server/text-size.ts';

/** A request id: taken over from a proxy when it looks like one, else made here. Sent on to the API and back. */
const requestId: Handle = async ({ event, resolve }) => {
  const given = event.request.headers.get('x-request-id');
  event.locals.requestId = given && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
  const response = await resolve(event);
  response.headers.set('x-request-id', event.locals.requestId);
  return response;
};

/**
 * Fills in the frame of a page. The chosen text size is rendered as a class on <html>, so the page does not flash and
 * needs no JavaScript. Scripts are not preloaded: on a slow connection they would delay the styles, and the page is
 * readable and its forms work without them. The typeface follows the first paint: what most pages show comes in two
 * files, the rest with the first touch, key or scroll. When all of it is in the browser's cache it comes at once.
 */
const frame: Handle = ({ event, resolve }) => {
  event.locals.textSize = textSizeOf(event.cookies);
  const className = textSizeClass(event.locals.textSize);
  const lang = langAttribute(pageLanguageIn(event.route.id, event.url));
  return resolve(event, {
    preload: ({ type }) => type === 'css',
    transformPageChunk: ({ html }) =>
      html
        .replace('%kizuna.lang%', lang)
        .replace('%kizuna.textsize%', className)
        .replaceAll('%kizuna.fonts%', fontsAddress),
  });
};

/** What CSP does not say. Pages hold personal data, so nothing in between may keep them. */
const headers: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('x-frame-options', 'DENY');
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(self), microphone=(), geolocation=(), payment=()');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
};

export const handle = sequence(requestId, headers, frame);

/** Adds the request id to what the error page shows; one structured line for errors that are our own. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const id = event.locals.requestId;
  if (kind === 'unknown') {
    const problem = error instanceof Error ? error : new Error(String(error));
    process.stderr.write(
      `${JSON.stringify({
        level: 'error',
        requestId: id,
        route: event.route.id,
        message: problem.message,
        stack: problem.stack,
      })}\n`,
    );
  }
  return { requestId: id };
};
