import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { endpoint } from '@kizuna/shared/contracts/endpoint';
import { StreamableFile } from '@nestjs/common';
import { z } from 'zod';

import { CurrentActor, type Actor } from '../auth/index.js';
import { Handles } from './handles.decorator.js';
import { IdempotencyKey } from './request.decorators.js';

const rename = endpoint({
  method: 'PATCH',
  path: '/api/tea/:teaId',
  access: 'run.edit',
  params: { teaId: z.string() },
  body: z.object({ name: z.string() }),
  answer: z.object({ name: z.string(), cups: z.number() }),
});
const pour = endpoint({ method: 'POST', path: '/api/tea', access: 'run.edit', idempotent: true });
const print = endpoint({ method: 'GET', path: '/api/tea.pdf', access: 'public', file: 'application/pdf' });

const answer = { name: 'sencha', cups: 1 };

/** Never constructed: the compiler checks what a handler may look like. */
export class WellTyped {
  @Handles(rename)
  rename({ teaId }: { teaId: string }, { name }: { name: string }, @CurrentActor() actor: Actor) {
    return { ...answer, name: teaId + name + actor.kind };
  }

  @Handles(print)
  print() {
    return new StreamableFile(Buffer.alloc(0));
  }

  // @ts-expect-error -- the answer lacks a field
  @Handles(rename)
  wrongAnswer({ teaId }: { teaId: string }) {
    return { name: teaId };
  }

  // @ts-expect-error -- the parameter is text
  @Handles(rename)
  wrongParameter({ teaId }: { teaId: number }) {
    return { ...answer, cups: teaId };
  }

  // @ts-expect-error -- the body has no such field
  @Handles(rename)
  wrongBody(_: { teaId: string }, { title }: { title: string }) {
    return { ...answer, name: title };
  }

  // @ts-expect-error -- a file is not an object
  @Handles(print)
  wrongFile() {
    return answer;
  }
}

describe('a handler is refused when its class is loaded', () => {
  it('where a part of the request has a decorator', () => {
    const declare = () => {
      class Wrong {
        @Handles(rename)
        rename(@CurrentActor() actor: any, _body: any) {
          return { ...answer, name: String(actor) };
        }
      }
      return Wrong;
    };
    expect(declare).toThrow('Wrong.rename (PATCH /api/tea/:teaId): a part of the request has a decorator');
  });

  it('where a parameter after the parts has none', () => {
    const declare = () => {
      class Wrong {
        @Handles(rename)
        rename(_params: unknown, _body: unknown, actor: unknown) {
          return { ...answer, name: String(actor) };
        }
      }
      return Wrong;
    };
    expect(declare).toThrow('a parameter has no decorator');
  });

  it('where the idempotency key is promised and not read, or read and not promised', () => {
    const forgets = () => {
      class Wrong {
        @Handles(pour)
        pour() {}
      }
      return Wrong;
    };
    const reads = () => {
      class Wrong {
        @Handles(print)
        print(@IdempotencyKey() key: string | undefined) {
          return new StreamableFile(Buffer.from(key ?? ''));
        }
      }
      return Wrong;
    };
    expect(forgets).toThrow('idempotent and @IdempotencyKey() go together');
    expect(reads).toThrow('idempotent and @IdempotencyKey() go together');
  });
});
