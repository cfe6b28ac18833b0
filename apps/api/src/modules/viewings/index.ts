export { ViewingsModule } from './viewings.module.js';
export { creditGranted, creditRevoked, type ShowingCredited } from './viewings.events.js';
