import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';

import { DomainError } from './domain-error.js';
import { problemFrom } from './problem.js';

const database = (code: string, constraint?: string) =>
  Object.assign(new Error('x'), { driverError: { code, constraint } });

describe('an error on the wire', () => {
  it.each([
    ['a refusal', new DomainError('people.email_taken', { field: 'email' }), 409, 'people.email_taken'],
    ['an unknown address', new NotFoundException(), 404, 'platform.not_found'],
    ['a bad request of the framework', new BadRequestException(), 400, 'platform.invalid_input'],
    ['a body that is too large', { statusCode: 413 }, 413, 'platform.too_large'],
    ['an unreachable database', database('ECONNREFUSED'), 503, 'platform.unavailable'],
    ['a database that is stopping', database('57P01'), 503, 'platform.unavailable'],
    ['a full disk', database('53100'), 503, 'platform.unavailable'],
    ['a lost connection', new Error('Connection terminated unexpectedly'), 503, 'platform.unavailable'],
    ['a NUL in a text', database('22021'), 400, 'platform.invalid_input'],
    ['a constraint that nobody explained', database('23505', 'uq_secret'), 500, 'platform.internal'],
    ['our bug', new TypeError('undefined is not a function'), 500, 'platform.internal'],
    ['a thrown word', 'oops', 500, 'platform.internal'],
  ])('%s', (_, error, status, code) => {
    expect(problemFrom(error)).toMatchObject({ status, code, unexpected: status === 500 });
  });
});
