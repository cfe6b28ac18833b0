import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const repository = path.join(import.meta.dirname, '../../../..');
const listFile = path.join(repository, 'apps/api/test/upgrade/stored-names.json');

/**
 * Names that are stored in the databases of installations (docs/adr/0034). They do not change when modules or classes are
 * renamed; new ones are added to apps/api/test/upgrade/stored-names.json by hand.
 */
export interface StoredNames {
  /** Types of events that a module subscribes to. */
  events: string[];
  /** Types of events that are recorded without a subscriber. */
  eventsWithoutSubscriber: string[];
  /** Queues of jobs, those with a schedule too. */
  jobs: string[];
  /** Actions of the audit log by the type of their subject. */
  auditActions: Record<string, string[]>;
  /** Actors of the audit log that are no person. */
  systemActors: string[];
  notificationKinds: string[];
  /** The part of an idempotency key's scope before its first colon. */
  commandScopes: string[];
}

/** The committed list. */
export function storedNames(): StoredNames {
  return JSON.parse(readFileSync(listFile, 'utf8')) as StoredNames;
}

/** Every audit action of the list, once. */
export function auditActionsOf({ auditActions }: StoredNames): string[] {
  return [...new Set(Object.values(auditActions).flat())];
}

/** The texts of the source files below a folder of the repository. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(path.join(repository, folder, file), 'utf8'));
}

/**
 * Names that no source text writes any more. A name counts as written where it is quoted, or where its first part is
 * followed by a value in a template (`enrolment.${to}`).
 */
export function namesNobodyWrites(names: readonly string[], sources: readonly string[]): string[] {
  const everything = sources.join('\n');
  return names.filter((name) => {
    const [first] = name.split('.');
    const places = [`'${name}'`, `'${name}:`, `\`${name}:`, `\`${first}.\${`];
    return !places.some((place) => everything.includes(place));
  });
}

/** Names in quotes on lines that write into the audit log. */
export function actionsIn(sources: readonly string[]): string[] {
  const writing = /\baction\b|\brecord\(|\.note\(|\.change\(/;
  const found = sources.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => writing.test(line))
      .flatMap((line) => [...line.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, name]) => name!)),
  );
  return [...new Set(found)];
}

/** What is in the first list and not in the second. */
export function missingFrom(list: readonly string[], known: readonly string[]): string[] {
  const there = new Set(known);
  return list.filter((name) => !there.has(name));
}

/** Names without a Japanese label in the messages of the web: `'person.viewed': '…'` or `password_reset: '…'`. */
export function unlabelled(names: readonly string[], messages: readonly string[]): string[] {
  const everything = messages.join('\n');
  return names.filter((name) => !new RegExp(`^\\s*'?${name.replace('.', '\\.')}'?: '`, 'm').test(everything));
}
