import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { escapeXml, xml, xmlDocument } from './xml.ts';

describe('escapeXml', () => {
  it('escapes what XML reads as markup, and nothing else', () => {
    expect(escapeXml(`R&D <"Übung"> 日本 'x'`)).toBe(`R&amp;D &lt;&quot;Übung&quot;&gt; 日本 'x'`);
  });

  it('leaves out characters that XML cannot carry', () => {
    expect(escapeXml('a\u0000b\u001Fc\uFFFEd\uD800e')).toBe('abcde');
  });

  it('gives any text back to whoever parses it, in an element and in an attribute', () => {
    const any = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
    const unit = fc.oneof(any, fc.constantFrom('&', '<', '>', '"', "'", ']]>', '&#65;'));
    const text = fc.array(unit).map((parts) => parts.join('').replace(/\s/g, ' '));
    fc.assert(
      fc.property(text, (content) => {
        using document = XmlDocument.fromString(xmlDocument(xml`<a b="${content}">${content}</a>`));
        const carried = content.replace(
          /[^\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
          '',
        );
        expect(document.root.content).toBe(carried);
        expect(document.root.attr('b')?.value).toBe(carried);
      }),
    );
  });
});

describe('the xml template', () => {
  it('takes other pieces of XML as they are, lists line by line', () => {
    const items = ['a&b', 'c'].map((name) => xml`<i>${name}</i>`);
    expect(xml`<l>${xml`<t/>`}${items}</l>`.markup).toBe('<l><t/><i>a&amp;b</i>\n<i>c</i></l>');
  });
});
