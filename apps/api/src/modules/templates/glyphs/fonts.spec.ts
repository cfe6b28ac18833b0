import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { sheetFonts, shippedFonts } from './fonts.js';

describe('fonts of the sheet', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fonts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are the shipped ones where the system has no IPAmj明朝', () => {
    expect(sheetFonts([folder, join(folder, 'missing')])).toEqual(shippedFonts);
  });

  it('do not include a damaged file of its name', () => {
    mkdirSync(join(folder, 'ipamj'));
    writeFileSync(join(folder, 'ipamj', 'IPAmjm.ttf'), 'not a font');
    expect(sheetFonts([folder])).toEqual(shippedFonts);
  });
});
