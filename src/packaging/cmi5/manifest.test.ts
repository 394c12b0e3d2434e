import { XmlDocument } from 'libxml2-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PackagedCourse } from '#src/packaging/packager.ts';
import {
  manifestValidator,
  type ManifestValidator,
} from '#src/packaging/testing/manifest-validator.ts';
import { xapiManifest } from '#src/packaging/xapi/manifest.ts';
import { cmi5Manifest } from './manifest.ts';

const HOSTILE = 'R&D <"Übung"> 日本 ]]> &#233; 🎓';
const course = (title = 'Seal check'): PackagedCourse => ({
  id: 'seal-check',
  title,
  description: 'How to check a seal.',
  language: 'en-US',
  event: 'CBP, Atlanta, December 2017',
  keywords: ['seals', 'customs'],
  minutes: 125,
  version: '1.2.0',
  passMark: 80,
});
const text = cmi5Manifest(course());

describe('a cmi5 course structure', () => {
  let validate: ManifestValidator;
  beforeAll(async () => {
    validate = await manifestValidator('cmi5');
  });

  it('is valid by cmi5’s schema, also with a hostile title, which comes out as it went in', () => {
    expect(validate(text)).toEqual([]);
    const hostile = cmi5Manifest(course(HOSTILE));
    expect(validate(hostile)).toEqual([]);
    const titles = XmlDocument.fromString(hostile).find('//*[local-name()="title"]');
    expect(titles.map((title) => title.content)).toEqual([HOSTILE, HOSTILE]);
  });

  it.each([
    ['without a description', /<description>.*<\/description>/, ''],
    ['with an unknown rule for moving on', 'CompletedAndPassed', 'Sometimes'],
    ['with a mark above one', 'masteryScore="0.8"', 'masteryScore="80"'],
    ['without an address', /<url>.*<\/url>/, ''],
  ])('is invalid %s', (_, part, broken) => {
    expect(text.replace(part, broken)).not.toBe(text);
    expect(validate(text.replace(part, broken))).not.toEqual([]);
  });

  it('asks for a completed and passed course, by the course’s own mark', () => {
    expect(text).toContain(' moveOn="CompletedAndPassed" masteryScore="0.8" ');
  });

  it('has ids that are IRIs, differ, and never change', () => {
    expect(text.match(/ id="[^"]*"/g)).toEqual([
      ' id="urn:uuid:fda25d84-24e8-582a-b34f-a8c8e746e52b"',
      ' id="urn:uuid:4d88c8f3-4016-5bc2-ab5b-8bf176d9a0c9"',
    ]);
    expect(cmi5Manifest(course('Seals')).match(/ id="[^"]*"/g)).toEqual(text.match(/ id="[^"]*"/g));
  });

  it('imported alone names the files by their full address', () => {
    expect(cmi5Manifest(course(), 'https://static.example/seals/')).toContain(
      '<url>https://static.example/seals/index.html</url>',
    );
  });
});

describe('tincan.xml', () => {
  const tincan = xapiManifest(course(HOSTILE));

  it('has one activity, with an IRI and one launch file', () => {
    expect(tincan.match(/<(activity|launch) [^>]*>/g)).toEqual([
      '<activity id="urn:uuid:fda25d84-24e8-582a-b34f-a8c8e746e52b" type="http://adlnet.gov/expapi/activities/course">',
      '<launch lang="en-US">',
    ]);
    expect(tincan).toContain('<launch lang="en-US">index.html</launch>');
  });

  it('carries a hostile title as it is', () => {
    const [name] = XmlDocument.fromString(tincan).find('//*[local-name()="name"]');
    expect(name?.content).toBe(HOSTILE);
  });
});
