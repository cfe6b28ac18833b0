import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sheetPlaceholders } from '../vocabulary/templates.js';
import { fillPlaceholders, unknownPlaceholdersIn } from './sheet-placeholders.js';

const values = Object.fromEntries(sheetPlaceholders.map((name) => [name, `<${name}>`])) as Record<
  (typeof sheetPlaceholders)[number],
  string
>;

describe('placeholders of a 本文', () => {
  it.each([
    ['{{courseTitle}}を{{completedOn}}に', []],
    ['{{name}}', ['{{name}}']],
    ['{{ courseTitle }}', ['{{ courseTitle }}']],
    ['{{}} {{x}} {{x}}', ['{{}}', '{{x}}']],
    ['{{courseTitle}', ['{{']],
    ['courseTitle}}', ['}}']],
    ['{{toString}}{{constructor}}', ['{{toString}}', '{{constructor}}']],
  ])('of %j: %j are unknown', (body, unknown) => {
    expect(unknownPlaceholdersIn(body)).toEqual(unknown);
  });

  it('are replaced once: placeholders inside a value are not expanded', () => {
    expect(fillPlaceholders('「{{courseTitle}}」{{number}}', { ...values, courseTitle: '{{number}}' })).toBe(
      '「{{number}}」<number>',
    );
  });

  it('leave all other text unchanged', () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        fc.pre(!body.includes('{{') && !body.includes('}}'));
        expect(fillPlaceholders(body, values)).toBe(body);
        expect(unknownPlaceholdersIn(body)).toEqual([]);
      }),
    );
  });
});
