import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { bakeSvg, unbakeSvg } from './badge.baking.js';

const namespace = 'https://purl.imsglobal.org/ob/v3p0';
const picture = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>';
const inside = (element: string) => picture.replace('<path', `${element}<path`);

describe('a baked SVG', () => {
  it('gives back whatever JSON was put in', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (json) => {
        // What XML cannot hold, JSON writes as escapes or our endpoints reject
        fc.pre(!/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(json));
        expect(JSON.parse(unbakeSvg(bakeSvg(picture, json))!)).toEqual(JSON.parse(json));
      }),
    );
  });

  it.each([
    ['another prefix', `<a:credential xmlns:a="${namespace}"><![CDATA[{"a":1}]]></a:credential>`],
    ['no prefix', `<credential xmlns="${namespace}"><![CDATA[{"a":1}]]></credential>`],
    ['single quotes', `<a:credential xmlns:a='${namespace}'><![CDATA[{"a":1}]]></a:credential>`],
    ['escapes instead of CDATA', `<a:credential xmlns:a="${namespace}">{&quot;a&quot;:1}</a:credential>`],
    [
      'two CDATA sections',
      `<a:credential xmlns:a="${namespace}"><![CDATA[{"a":]]><![CDATA[1}]]></a:credential>`,
    ],
    ['a token', `<a:credential xmlns:a="${namespace}" verify='{"a":1}'/>`],
    ['a token with an end tag', `<a:credential\n verify='{"a":1}' xmlns:a="${namespace}"\n></a:credential >`],
  ])('saved by another program is read: %s', (_, element) => {
    expect(unbakeSvg(inside(element))?.trim()).toBe('{"a":1}');
  });

  it('with the namespace on its root, and a prologue, is read', () => {
    const rooted = picture.replace(
      '<svg',
      `<?xml version="1.0"?><!-- x --><svg xmlns:openbadges="${namespace}"`,
    );
    const baked = rooted.replace(
      '<path',
      '<openbadges:credential><![CDATA[{}]]></openbadges:credential><path',
    );
    expect(unbakeSvg(baked)).toBe('{}');
  });

  const one = `<a:credential xmlns:a="${namespace}"><![CDATA[{}]]></a:credential>`;
  it.each([
    ['none', picture],
    ['two', inside(one + one)],
    ['one of another namespace', inside(one.replace(namespace, 'https://example.org'))],
    ['one without a namespace', inside('<a:credential><![CDATA[{}]]></a:credential>')],
    ['something inside it', inside(one.replace('<![CDATA[{}]]>', '<b/>{}'))],
    ['one in a comment', inside(`<!--${one}-->`)],
    ['one in a CDATA section', inside(`<![CDATA[${one.replace(']]>', '')}]]>`)],
    ['an end that is missing', inside(one).replace('</svg>', '')],
    [
      'an entity of its own',
      `<!DOCTYPE svg [<!ENTITY x "{}">]>${inside(one.replace('<![CDATA[{}]]>', '&x;'))}`,
    ],
  ])('is not read with %s', (_, svg) => {
    expect(unbakeSvg(svg)).toBeUndefined();
  });
});
