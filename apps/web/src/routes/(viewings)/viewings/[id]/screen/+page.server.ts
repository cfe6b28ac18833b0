import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import type { PageServerLoad } from './$types';

const stages = ['welcome', 'film', 'thanks'] as const;

/** The projector: welcome with the QR code, the film, thanks with the QR code. The stage is in the URL. */
export const load: PageServerLoad = async (event) => {
  const screen = await loading(event, () =>
    call(event, viewingsEndpoints.getViewingScreen, { params: { groupViewingId: event.params.id ?? '' } }),
  );
  const asked = event.url.searchParams.get('stage');
  return {
    title: viewings.screenTitle,
    screen,
    code: qrPath(screen.checkInUrl),
    now: new Date().toISOString(),
    stage: stages.find((stage) => stage === asked) ?? 'welcome',
  };
};
