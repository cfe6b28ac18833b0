import { Platform1795000000010 } from './1795000000010-platform.js';

/** Every migration in the order it runs. Immutable once merged: a change is a new migration. */
export const migrations = [Platform1795000000010];
