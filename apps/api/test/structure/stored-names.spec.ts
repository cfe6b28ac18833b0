import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { notificationKinds } from '@kizuna/shared/vocabulary/notifications';

import { Outbox } from '../../src/platform/outbox/index.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { rowsOf } from '../upgrade/dump/dump-file.js';
import { dumpFiles, dumpNamed } from '../upgrade/dump/upgraded-api.js';
import {
  actionsIn,
  auditActionsOf,
  missingFrom,
  namesNobodyWrites,
  sourcesBelow,
  storedNames,
  unlabelled,
} from './stored-names.js';

const names = storedNames();
const sources = sourcesBelow('apps/api/src');
const messages = sourcesBelow('apps/web/src/lib/i18n/messages/ja');
let api: TestApi;
let subscribed: string[];
let queues: string[];

beforeAll(async () => {
  api = await startTestApi();
  subscribed = [...api.get(Outbox)['subscribers'].keys()];
  const rows = await api.rows<{ name: string }>('SELECT name FROM pgboss.queue');
  queues = ownQueues(rows.map(({ name }) => name));
});
afterAll(() => api.close());

/** Without pg-boss's own. */
const ownQueues = (all: string[]) => all.filter((name) => !name.startsWith('__pgboss__'));

describe('stored names', () => {
  it('are known: every event has its subscriber, every job its worker', () => {
    expect(missingFrom(names.events, subscribed)).toEqual([]);
    expect(missingFrom(names.jobs, queues)).toEqual([]);
    expect(missingFrom(names.notificationKinds, notificationKinds)).toEqual([]);
  });

  it('are still written', () => {
    const written = [
      ...names.eventsWithoutSubscriber,
      ...auditActionsOf(names),
      ...names.systemActors,
      ...names.commandScopes,
    ];
    expect(namesNobodyWrites(written, sources)).toEqual([]);
  });

  it('have a label where a screen shows them', () => {
    const shown = [...names.auditActions['person']!, ...names.auditActions['group_viewing']!];
    expect(unlabelled(shown, messages)).toEqual([]);
    expect(unlabelled(names.notificationKinds, messages)).toEqual([]);
  });

  it('are in the list as soon as they are introduced', () => {
    expect(missingFrom(subscribed, names.events)).toEqual([]);
    expect(missingFrom(queues, names.jobs)).toEqual([]);
    expect(missingFrom(notificationKinds, names.notificationKinds)).toEqual([]);
    expect(missingFrom(actionsIn(sources), auditActionsOf(names))).toEqual([]);
  });

  it.each(dumpFiles())('contain everything that %s has stored', (file) => {
    const dump = dumpNamed(file);
    const column = (table: string, field: string) =>
      rowsOf<Record<string, string>>(dump, table).map((row) => row[field]!);
    const entries = rowsOf<{ subject_type: string; action: string }>(dump, 'public.audit_log');
    const listed = [
      [column('public.outbox_events', 'type'), [...names.events, ...names.eventsWithoutSubscriber]],
      [ownQueues(column('pgboss.queue', 'name')), names.jobs],
      [ownQueues(column('pgboss.schedule', 'name')), names.jobs],
      [column('public.notifications', 'kind'), names.notificationKinds],
      [column('public.idempotency_keys', 'scope').map((scope) => scope.split(':')[0]!), names.commandScopes],
    ] as const;
    for (const [stored, list] of listed) expect(missingFrom(stored, list)).toEqual([]);
    const unlisted = entries.filter(
      ({ subject_type, action }) => !names.auditActions[subject_type]?.includes(action),
    );
    expect(unlisted).toEqual([]);
  });
});

describe('the checks of stored names', () => {
  it.each([
    ['an event that nobody hears', () => missingFrom(['enrolment.renamed'], subscribed)],
    ['a job that nobody works', () => missingFrom(['courses.prepareDocuments'], queues)],
    ['an action that nobody writes', () => namesNobodyWrites(['person.looked_at'], sources)],
    ['an action without a label', () => unlabelled(['person.looked_at'], messages)],
    ['a new action', () => missingFrom(actionsIn([`{ action: 'person.thanked' }`]), auditActionsOf(names))],
  ])('find %s', (_, check) => {
    expect(check()).toHaveLength(1);
  });
});
