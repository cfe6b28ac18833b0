import { crc32 } from 'node:zlib';

import { SaxesParser } from 'saxes';

/** An element with a credential: a token in its attribute, or JSON as its text. */
interface Found {
  verify: string | undefined;
  text: string;
}

const keyword = 'openbadgecredential';
const namespace = 'https://purl.imsglobal.org/ob/v3p0';
const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Embeds the credential in the picture (Open Badges 3.0, baking): JSON in a CDATA section after the opening tag. */
export function bakeSvg(svg: string, jsonLd: string): string {
  // ]]> would end the section; in JSON the last character may be escaped
  const safe = jsonLd.replaceAll(']]>', ']]\\u003e');
  const element = `<openbadges:credential xmlns:openbadges="${namespace}"><![CDATA[${safe}]]></openbadges:credential>`;
  return svg.replace(/<svg\b[^>]*>/, (tag) => `${tag}\n${element}`);
}

/**
 * The credential inside a picture, or undefined if it has none or several, or is not XML. Parsed as XML rather than
 * matched against our own output: other programs quote, indent and name the namespace differently. Entities of a
 * DOCTYPE are never expanded.
 */
export function unbakeSvg(svg: string): string | undefined {
  const found: Found[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let open: (Found & { depth: number }) | undefined;
  let depth = 0;
  let broken = false;
  parser.on('opentag', ({ uri, local, attributes }) => {
    depth += 1;
    // A credential contains nothing but its text
    if (open) broken = true;
    if (uri !== namespace || local !== 'credential') return;
    open = { verify: attributes['verify']?.value, text: '', depth };
    found.push(open);
  });
  parser.on('closetag', () => {
    if (open?.depth === depth) open = undefined;
    depth -= 1;
  });
  for (const event of ['text', 'cdata'] as const)
    parser.on(event, (text) => {
      if (open) open.text += text;
    });
  parser.on('error', () => (broken = true));
  parser.write(svg).close();
  const [only] = found;
  if (broken || found.length !== 1 || !only) return undefined;
  return only.verify ?? only.text;
}

/** Embeds the credential in the picture as an iTXt chunk after the header. */
export function bakePng(png: Buffer, jsonLd: string): Buffer {
  const headEnd = pngHead.length + 25;
  // Keyword, not compressed, no language, no translation
  const content = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(jsonLd, 'utf8')]);
  return Buffer.concat([png.subarray(0, headEnd), chunk('iTXt', content), png.subarray(headEnd)]);
}

/** The credential inside a picture, or undefined if it has none or several, or is incomplete. */
export function unbakePng(png: Buffer): string | undefined {
  if (!png.subarray(0, pngHead.length).equals(pngHead)) return undefined;
  const found: Buffer[] = [];
  for (let at = pngHead.length; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > png.length) return undefined;
    const body = png.subarray(at + 4, end - 4);
    if (crc32(body) !== png.readUInt32BE(end - 4)) return undefined;
    const head = `iTXt${keyword}\0`;
    if (body.toString('latin1', 0, head.length) === head) found.push(body.subarray(head.length));
    at = end;
  }
  const [only] = found;
  return found.length === 1 && only ? textOf(only) : undefined;
}

/** Whether the bytes start with the PNG signature. */
export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, pngHead.length).equals(pngHead);
}

/** After the keyword: compression flag and method, language, translated keyword, text. */
function textOf(rest: Buffer): string | undefined {
  if (rest[0] !== 0) return undefined;
  const language = rest.indexOf(0, 2);
  const translated = rest.indexOf(0, language + 1);
  if (language < 0 || translated < 0) return undefined;
  return rest.toString('utf8', translated + 1);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
