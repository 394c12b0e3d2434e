import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { makeTinyPackage, type TinyOptions } from '#src/simulator/testing/tiny-package.ts';
import { describePackage } from './manifest.ts';

const describeFiles = (files: Record<string, string>) =>
  describePackage(Object.keys(files), (name) => files[name] ?? '', 'fallback');

function describeTiny(kind: 'scorm12' | 'scorm2004', options: TinyOptions = {}) {
  const files = unzipSync(makeTinyPackage(kind, options));
  return describePackage(
    Object.keys(files),
    (name) => strFromU8(files[name] ?? new Uint8Array()),
    'fallback',
  );
}

describe('a package', () => {
  it('of SCORM 1.2 is known with its title, launch file and pass mark', () => {
    expect(describeTiny('scorm12', { masteryScore: 80 })).toEqual({
      kind: 'scorm12',
      title: 'Tiny course',
      launch: 'index.html',
      masteryScore: 80,
    });
  });

  it.each([
    ['2004 3rd Edition', 'scorm2004-3rd'],
    ['CAM 1.3', 'scorm2004-3rd'],
    ['2004 4th Edition', 'scorm2004-4th'],
  ])('with schemaversion %s is %s', (schemaVersion, kind) => {
    expect(describeTiny('scorm2004', { schemaVersion, masteryScore: 57 })).toMatchObject({
      kind,
      masteryScore: 57,
    });
  });

  it('without a known schemaversion is told by its namespace', () => {
    expect(describeTiny('scorm12', { schemaVersion: '' }).kind).toBe('scorm12');
    expect(describeTiny('scorm2004', { schemaVersion: '2004' }).kind).toBe('scorm2004-3rd');
  });

  it('keeps every character of its title', () => {
    const title = 'R&amp;D &lt;&quot;&#220;bung&quot;&gt; &#x65e5;本';
    expect(describeTiny('scorm12', { title }).title).toBe('R&D <"Übung"> 日本');
    expect(describeTiny('scorm12', { title: '<![CDATA[A & B]]>' }).title).toBe('A & B');
  });

  it('with bases and parameters has the launch file that they make', () => {
    const manifest = `<manifest xml:base="a/"><metadata><schemaversion>1.2</schemaversion></metadata>
      <organizations default="two"><organization identifier="one"><title>One</title></organization>
      <organization identifier="two"><title>Two</title><item><title>Folder</title>
      <item identifierref="r" parameters="mode=x"/></item></organization></organizations>
      <resources xml:base="b/"><resource identifier="r" href="my%20page.html"/></resources></manifest>`;
    const content = describeFiles({ 'imsmanifest.xml': manifest, 'a/b/my page.html': '' });
    expect(content).toEqual({ kind: 'scorm12', title: 'Two', launch: 'a/b/my%20page.html?mode=x' });
  });

  it('without a manifest is a web edition, if it has a page at its root', () => {
    const page = '<!doctype html><title>Trade &amp; more</title>';
    expect(describeFiles({ 'index.html': page })).toEqual({
      kind: 'web',
      title: 'Trade & more',
      launch: 'index.html',
    });
  });

  it.each([
    [
      { 'course/imsmanifest.xml': '' },
      'the manifest must be imsmanifest.xml at the root of the zip, it is course/imsmanifest.xml',
    ],
    [
      { 'IMSManifest.xml': '' },
      'the manifest must be imsmanifest.xml at the root of the zip, it is IMSManifest.xml',
    ],
    [{ 'imsmanifest.xml': 'hello' }, 'imsmanifest.xml is not XML'],
    [{ 'imsmanifest.xml': '<manifest/>' }, 'the manifest names no version of SCORM that is known'],
    [
      { 'imsmanifest.xml': '<manifest><schemaversion>1.2</schemaversion></manifest>' },
      'the manifest names no launch file',
    ],
    [{ 'cmi5.xml': '' }, 'a cmi5 package: the simulator runs SCORM only'],
    [{ 'tincan.xml': '' }, 'an xAPI package: the simulator runs SCORM only'],
    [{ 'readme.txt': '' }, 'neither imsmanifest.xml nor index.html at its root'],
  ])('that cannot be launched says why: %o', (files, problem) => {
    expect(describeFiles(files as Record<string, string>)).toMatchObject({
      kind: 'unknown',
      problem,
    });
  });

  it('whose launch file is missing says so', () => {
    expect(describeTiny('scorm12', { href: 'Index.html' })).toMatchObject({
      kind: 'unknown',
      problem: 'the launch file Index.html is not in the zip',
    });
  });
});
