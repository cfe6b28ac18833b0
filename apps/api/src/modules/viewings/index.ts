export { ViewingsModule } from './viewings.module.js';
export { ViewingsReader } from './viewings.reader.js';
