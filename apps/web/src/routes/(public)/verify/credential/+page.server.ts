import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import { credentialWordsOf } from '#lib/features/verification/credential-check-words.ts';
import { languageOf } from '#lib/i18n/page-language.ts';
import { call } from '#lib/server/api-client.ts';
import { refusalWith } from '#lib/features/verification/verification.server.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';

/** Largest file that is looked at, in bytes; a picture with a credential has about 30,000. */
const largest = 250 * 1024;
/** Up to here the page of the result holds what was checked, so that it can be said in another language. */
const longestRepeated = 60_000;

export const load: PageServerLoad = (event) => {
  const language = languageOf(event.url);
  return { title: credentialWordsOf(language).checkTitle, language };
};

export const actions: Actions = {
  check: async (event) => {
    const form = await event.request.formData();
    const [file, again] = [form.get('credential'), form.get('again')];
    if (typeof again === 'string' && again !== '') return verdictOn(event, again);
    if (!(file instanceof File) || file.size === 0) return refused(event, 'credentials.required');
    if (file.size > largest) return refused(event, 'credentials.too_large');
    return verdictOn(event, await credentialIn(file));
  },
};

/** The text that the API reads; a picture with pixels goes as a data address. */
async function credentialIn(file: File): Promise<string> {
  const bytes = Buffer.from(await file.arrayBuffer());
  if (bytes.toString('latin1', 1, 4) === 'PNG') return `data:image/png;base64,${bytes.toString('base64')}`;
  // A file of blanks is a file without a credential, not a field that was left out
  return bytes.toString('utf8').trim() || '-';
}

async function verdictOn(event: RequestEvent, credential: string) {
  try {
    const verdict = await call(event, verificationEndpoints.verifyCredential, { body: { credential } });
    return { verdict, ...(credential.length <= longestRepeated ? { repeat: { again: credential } } : {}) };
  } catch (problem) {
    return refusalWith(event, problem, credentialWordsOf(languageOf(event.url)).errors, {}, 'credential');
  }
}

function refused(event: RequestEvent, code: 'credentials.required' | 'credentials.too_large') {
  const message = credentialWordsOf(languageOf(event.url)).errors[code];
  return fail(400, { values: {}, errors: [{ field: 'credential', message }] });
}
