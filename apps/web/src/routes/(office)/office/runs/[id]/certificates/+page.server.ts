import { certificatesOffice } from '#lib/i18n/messages/ja/certificates-office.ts';
import { runCompletions } from './run-completions.server.ts';
import type { PageServerLoad } from './$types';

/** Who can be given a certificate, who cannot and why. */
export const load: PageServerLoad = async (event) => {
  const { run, items } = await runCompletions(event, event.params.id);
  const open = items.filter((item) => item.certificateId === null);
  return {
    title: certificatesOffice.issueTitle,
    run,
    ready: open.filter((item) => item.complete && item.undrawable.length === 0),
    undrawable: open.filter((item) => item.undrawable.length > 0),
    notReady: open.filter((item) => !item.complete && item.undrawable.length === 0),
    issued: items.filter((item) => item.certificateId !== null),
  };
};
