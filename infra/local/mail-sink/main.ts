import { endWithParent, reportReady } from '@kizuna/server/lifeline.ts';
import { MailStore } from './mail-store.ts';
import { startMailView } from './mail-view.ts';
import { startSmtpReceiver } from './smtp-receiver.ts';

// The mail sink's process: MAIL_DIRECTORY, SMTP_PORT and MAIL_PORT come from the launcher.
const { MAIL_DIRECTORY, SMTP_PORT, MAIL_PORT } = process.env;
if (!MAIL_DIRECTORY || !SMTP_PORT || !MAIL_PORT)
  throw new Error('MAIL_DIRECTORY, SMTP_PORT and MAIL_PORT are needed');
const store = new MailStore(MAIL_DIRECTORY);
const receiver = await startSmtpReceiver(store, Number(SMTP_PORT));
const view = await startMailView(store, Number(MAIL_PORT));

endWithParent(async () => {
  view.close();
  view.closeAllConnections();
  await new Promise<void>((resolve) => receiver.close(() => resolve()));
});
reportReady();
