import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import {
  signPdf,
  verifyPdfSignature,
  type PdfSigner,
} from '../../src/modules/credentials/pdf-signing/pdf-signature.js';
import { makeKeyPair } from '../../src/modules/credentials/pdf-signing/x509.js';
import { Typesetting } from '../../src/modules/templates/index.js';
import { aSheet } from '../builders/sheet.js';

const at = new Date('2026-11-23T01:02:03Z');
const { issuer } = aSheet;
const sheet = new Typesetting().render(aSheet);
const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

let folder: string;
let council: PdfSigner;
let stranger: PdfSigner;
let signed: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kizuna-pades-'));
  [council, stranger] = await Promise.all([aSigner(), aSigner()]);
  signed = await signPdf(sheet, council, at);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function aSigner(): Promise<PdfSigner> {
  const pair = await makeKeyPair(issuer, at);
  return {
    privateKey: createPrivateKey(pair.privateKey),
    certificate: new X509Certificate(pair.certificate),
  };
}

const accepted = (bytes: Buffer) => verifyPdfSignature(bytes, council.certificate);

/** The file with another byte at a place. */
function altered(place: number, by = 1): Buffer {
  const copy = Buffer.from(signed);
  copy[place] = (copy[place]! + by) % 256;
  return copy;
}

/** Writes a file for a program that looks at it. */
function written(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** The place of the signature and the signature, read from the file without the code that wrote it. */
function signatureIn(pdf: Buffer) {
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(pdf.toString('latin1'))!.slice(1).map(Number);
  const [first, start, end, rest] = range as [number, number, number, number];
  const cms = Buffer.from(pdf.toString('latin1', start + 1, end - 1), 'hex');
  return { first, start, end, rest, cms };
}

describe('the signature of a certificate', () => {
  it('leaves what was set as it is, is small, and is the same for the same key and instant', async () => {
    expect(signed.subarray(0, sheet.length).equals(sheet)).toBe(true);
    expect(signed.length).toBeLessThan(150_000);
    const later = new Date(at.getTime() + 1000);
    expect((await signPdf(sheet, council, at)).equals(signed)).toBe(true);
    expect((await signPdf(sheet, council, later)).equals(signed)).toBe(false);
  });

  it('covers the whole file but itself', () => {
    const { first, start, end, rest } = signatureIn(signed);
    expect(first).toBe(0);
    expect([String.fromCharCode(signed[start]!), String.fromCharCode(signed[end - 1]!)]).toEqual(['<', '>']);
    expect(end + rest).toBe(signed.length);
  });

  it('says in the file what it is and when it was made, in the time of Japan', () => {
    const added = signed.toString('latin1', sheet.length);
    expect(added).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(added).toContain("/M (D:20261123100203+09'00')");
    expect(added).toContain('/Rect [0 0 0 0]');
    expect(added).toContain('/SigFlags 3');
  });

  it('holds for node:crypto alone: digest of the file, attributes signed with the key', () => {
    const { start, end, cms } = signatureIn(signed);
    const covered = Buffer.concat([signed.subarray(0, start), signed.subarray(end)]);
    const digest = createHash('sha256').update(covered).digest();
    const certificateHash = createHash('sha256').update(council.certificate.raw).digest();
    // The signed attributes begin with the tag [0] after the algorithm of the digest, here with their bytes and length
    const head = cms.lastIndexOf(Buffer.from('300b0609608648016503040201', 'hex')) + 13;
    expect([cms[head], cms[head + 1]]).toEqual([0xa0, 0x81]);
    const attributes = Buffer.from(cms.subarray(head, head + 3 + cms[head + 2]!));
    expect(attributes.includes(digest)).toBe(true);
    expect(attributes.includes(certificateHash)).toBe(true);
    attributes[0] = 0x31;
    expect(verify('sha256', attributes, council.certificate.publicKey, cms.subarray(-256))).toBe(true);
  });
});

describe('the check of a signed certificate', () => {
  it('accepts what the council signed', () => {
    expect(accepted(signed)).toBe(true);
  });

  it('refuses another byte at a hundred places of the file', () => {
    const places = Array.from({ length: 100 }, (_, i) => Math.floor((i * (signed.length - 1)) / 99));
    expect(places.filter((place) => accepted(altered(place)))).toEqual([]);
  });

  it('refuses another byte anywhere in what signing added, also where the signature itself does not reach', () => {
    const added = Array.from({ length: signed.length - sheet.length }, (_, i) => sheet.length + i);
    expect(added.filter((place) => accepted(altered(place)))).toEqual([]);
    const { start, end } = signatureIn(signed);
    const letters = added.filter(
      (place) => place > start && place < end && /[a-f]/.test(String.fromCharCode(signed[place]!)),
    );
    // The same number in capital letters
    expect(letters.filter((place) => accepted(altered(place, 256 - 32)))).toEqual([]);
  });

  it('refuses appended and missing bytes, a second signature, a file without one', () => {
    expect(accepted(Buffer.concat([signed, Buffer.from('\n')]))).toBe(false);
    expect(accepted(signed.subarray(0, -1))).toBe(false);
    expect(accepted(Buffer.concat([signed, signed.subarray(sheet.length)]))).toBe(false);
    expect(accepted(sheet)).toBe(false);
    expect(accepted(Buffer.alloc(0))).toBe(false);
    expect(accepted(Buffer.from('/ByteRange [0 0 9999999999 0]'))).toBe(false);
  });

  it('refuses the key of somebody else, although the name in it is the same', async () => {
    const foreign = await signPdf(sheet, stranger, at);
    expect(verifyPdfSignature(foreign, stranger.certificate)).toBe(true);
    expect(accepted(foreign)).toBe(false);
    expect(verifyPdfSignature(signed, stranger.certificate)).toBe(false);
  });
});

it('signs nothing that is written in another form', async () => {
  await expect(signPdf(Buffer.from('%PDF-1.7 …'), council, at)).rejects.toThrow(
    'does not have the structure',
  );
  await expect(signPdf(signed, council, at)).rejects.toThrow('does not have the structure');
});

it('makes a certificate of the council for ten years, whatever the length of its name', async () => {
  const { certificate } = council;
  expect(certificate.subject).toBe(`CN=${issuer}`);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkPrivateKey(council.privateKey)).toBe(true);
  expect(new Date(certificate.validTo).toISOString()).toBe('2036-11-23T01:02:03.000Z');
  const long = new X509Certificate(
    (await makeKeyPair('𠮷'.repeat(80), new Date('2045-01-01T00:00:00Z'))).certificate,
  );
  expect(long.subject).toBe(`CN=${'𠮷'.repeat(64)}`);
  expect(new Date(long.validTo).getUTCFullYear()).toBe(2055);
});

describe('for programs of others', () => {
  it(has('pdfsig') ? 'the signature is valid (pdfsig)' : 'pdfsig is not here: not looked at', () => {
    if (!has('pdfsig')) return;
    const told = execFileSync('pdfsig', ['-nocert', written('signed.pdf', signed)], { encoding: 'utf8' });
    expect(told).toContain('Signature is Valid');
    expect(told).toContain('ETSI.CAdES.detached');
    expect(told).toContain('Total document signed');
    const broken = spawnSync('pdfsig', ['-nocert', written('altered.pdf', altered(30_000))], {
      encoding: 'utf8',
    });
    expect(broken.stdout).not.toContain('Signature is Valid');
  });

  it(has('qpdf') ? 'the file is whole (qpdf)' : 'qpdf is not here: not looked at', () => {
    if (!has('qpdf')) return;
    const told = execFileSync('qpdf', ['--check', written('checked.pdf', signed)], { encoding: 'utf8' });
    expect(told).toContain('No syntax or stream encoding errors');
  });

  it(has('openssl') ? 'the CMS is valid (openssl)' : 'openssl is not here: not looked at', () => {
    if (!has('openssl')) return;
    const { start, end, cms } = signatureIn(signed);
    const covered = Buffer.concat([signed.subarray(0, start), signed.subarray(end)]);
    const files = {
      cms: written('signature.der', cms),
      covered: written('covered.bin', covered),
      certificate: written('council.pem', council.certificate.toString()),
    };
    const check = `cms -verify -cades -binary -inform DER -in ${files.cms} -content ${files.covered} -CAfile ${files.certificate} -purpose any -no_check_time -out /dev/null`;
    const told = spawnSync('openssl', check.split(' '), { encoding: 'utf8' });
    expect(told.stderr).toMatch(/successful/);
  });
});
