import { error } from '@sveltejs/kit';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { walletEndpoints } from '@kizuna/shared/contracts/wallet.endpoints';
import { wallet } from '#lib/i18n/messages/ja/wallet.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading } from '#lib/server/form-helper.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import type { Actions, PageServerLoad } from './$types';

/** One of one's own valid certificates; of others there is nothing to put into an app. */
export const load: PageServerLoad = async (event) => {
  const { items } = await loading(event, () => call(event, certificationEndpoints.listOwnCertificates));
  const certificate = items.find(
    ({ certificateId, state }) => certificateId === event.params.certificateId && state === 'valid',
  );
  if (!certificate) error(404);
  return { title: wallet.title, certificate };
};

export const actions: Actions = {
  /** No redirect: the code is in this one answer and nowhere else. */
  default: async (event) => {
    try {
      const offer = await call(event, walletEndpoints.offerToWallet, {
        params: { certificateId: event.params.certificateId },
      });
      return { offer, code: qrPath(offer.offerUri) };
    } catch (problem) {
      return failFrom(problem, {});
    }
  },
};
