import type { CredentialVerdict } from '@kizuna/shared/contracts/credentials';
import { credentials } from '#lib/i18n/messages/ja/credentials.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, failWith } from '#lib/server/form-helper.ts';
import type { Actions, PageServerLoad } from './$types';

/** Largest file that is looked at, in bytes; a picture with a credential has about 30,000. */
const largest = 250 * 1024;

export const load: PageServerLoad = () => ({ title: credentials.checkTitle });

export const actions: Actions = {
  default: async (event) => {
    const file = (await event.request.formData()).get('credential');
    if (!(file instanceof File) || file.size === 0)
      return failWith({}, { field: 'credential', code: 'credentials.required' });
    if (file.size > largest) return failWith({}, { field: 'credential', code: 'credentials.too_large' });
    const bytes = Buffer.from(await file.arrayBuffer());
    const isPng = bytes.toString('latin1', 1, 4) === 'PNG';
    const credential = isPng
      ? `data:image/png;base64,${bytes.toString('base64')}`
      : // A file of blanks is a file without a credential, not a field that was left out
        bytes.toString('utf8').trim() || '-';
    try {
      return {
        verdict: await api(event).post<CredentialVerdict>('/api/verifications/credentials', {
          body: { credential },
        }),
      };
    } catch (problem) {
      return failFrom(problem, {});
    }
  },
};
