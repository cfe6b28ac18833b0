export { Mailer, type Mail } from './mailer.js';
export { MailFailed } from './mail-failed.js';
