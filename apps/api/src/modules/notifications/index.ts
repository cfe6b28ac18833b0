export { NotificationsModule } from './notifications.module.js';
export { NotificationsReader } from './notifications.reader.js';
