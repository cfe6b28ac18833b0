export { CompletionModule } from './completion.module.js';
export { CompletionReader, type CompletionRecord } from './completion.reader.js';
export { NameConfirmationReader, type SaidRow } from './name-confirmation/name-confirmation.reader.js';
