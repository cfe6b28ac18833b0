import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { personId, type PersonId } from '../vocabulary/ids.js';
import { endpoint, type AnswerOf, type Endpoint, type Received } from './endpoint.js';
import {
  addressOf,
  filledPath,
  pathOf,
  type EndpointInput,
  type KnownInputParameter,
} from './endpoint-input.js';

const getNote = endpoint({
  method: 'GET',
  path: '/api/people/:personId/notes/:number',
  access: 'person.read',
  params: { personId, number: z.coerce.number() },
  answer: z.object({ text: z.string() }),
});
const enterNote = endpoint({
  method: 'POST',
  path: '/api/notes',
  access: 'public',
  query: z.object({ draft: z.string().optional() }),
  body: z.object({
    text: z.string(),
    pages: z.number(),
    agreed: z.literal(true),
    lines: z.array(z.object({ kind: z.enum(['a', 'b']) })),
    more: z.discriminatedUnion('by', [
      z.object({ by: z.literal('mail'), email: z.string() }),
      z.object({ by: z.literal('phone'), phone: z.string() }),
    ]),
  }),
  idempotent: true,
});
const printNotes = endpoint({ method: 'GET', path: '/api/notes.csv', access: 'public', file: 'text/csv' });

describe('an endpoint', () => {
  it('has a status: 200 with an answer or a file, else 204', () => {
    expect([getNote.status, enterNote.status, printNotes.status]).toEqual([200, 204, 200]);
  });

  it('has its address filled in and encoded', () => {
    expect(pathOf(getNote, { personId: 'a/b', number: 7 })).toBe('/api/people/a%2Fb/notes/7');
    expect(filledPath('/api/x/:id', { id: '𠮷\ud800' })).toBe('/api/x/%F0%A0%AE%B7%EF%BF%BD');
    const query = { q: '古 河', none: '', missing: undefined, nothing: null, ids: ['1', '2'] };
    expect(addressOf(printNotes, { query })).toBe('/api/notes.csv?q=%E5%8F%A4%20%E6%B2%B3&ids=1&ids=2');
  });
});

declare function call<E extends Endpoint, const I extends EndpointInput<E>>(
  one: E,
  ...input: KnownInputParameter<E, I>
): AnswerOf<E>;

/** Never run: the compiler checks that each expected error is one. */
export function whatDoesNotCompile(typed: string | undefined, all: Record<string, string>): void {
  const received: [Received<typeof getNote>, Received<typeof enterNote>['length']] = [
    [{ personId: '' as PersonId, number: 1 }],
    2,
  ];
  void received;
  // @ts-expect-error -- a name of the path has no schema
  endpoint({ method: 'GET', path: '/api/people/:personId', access: 'public' });
  // @ts-expect-error -- a schema has a name that is not in the path
  endpoint({ method: 'GET', path: '/api/people', access: 'public', params: { personId } });
  // @ts-expect-error -- no such permission
  endpoint({ method: 'GET', path: '/api/people', access: 'person.nothing' });
  // @ts-expect-error -- no such property
  endpoint({ method: 'GET', path: '/api/people', access: 'public', boby: z.string() });

  const lines = [{ kind: typed }];
  const more = { by: 'mail', email: typed } as const;
  const body = { text: typed, pages: typed, agreed: false, lines, more };
  call(enterNote, { body, query: { draft: null }, idempotencyKey: 'a' });
  call(printNotes);
  call(getNote, { params: { personId: '1', number: 2 } }).text.trim();
  // @ts-expect-error -- the endpoint needs its parameters
  call(getNote);
  // @ts-expect-error -- no such parameter
  call(getNote, { params: { personId: '1', number: 2, page: 3 } });
  // @ts-expect-error -- no such field in the answer
  void call(getNote, { params: { personId: '1', number: 2 } }).title;
  // @ts-expect-error -- a field is missing
  call(enterNote, { body: { text: typed, pages: typed, agreed: true, lines } });
  const withUnknown = { ...body, title: 'x' };
  // @ts-expect-error -- a field that the contract does not have, in an object built elsewhere
  call(enterNote, { body: withUnknown });
  const deepUnknown = { ...body, lines: [{ kind: 'a', title: 'x' }] };
  // @ts-expect-error -- the same, deep inside
  call(enterNote, { body: deepUnknown });
  // @ts-expect-error -- a body whose fields are not known
  call(enterNote, { body: all });
  // @ts-expect-error -- no such query
  call(enterNote, { body, query: { page: '2' } });
  // @ts-expect-error -- the endpoint takes no key
  call(printNotes, { idempotencyKey: 'a' });
  // @ts-expect-error -- the path has another parameter
  pathOf(getNote, { personId: '1' });
}
