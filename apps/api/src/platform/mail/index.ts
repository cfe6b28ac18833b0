export { Mailer, MailFailed, type Mail } from './mailer.js';
