import type { PackageInfo, PackageKind } from '#src/simulator/contract.ts';
import { descendants, readXml, textOf, type XmlElement } from './xml.ts';

/** What a package's files say about it; name and size come from the zip. */
export type PackageContent = Omit<PackageInfo, 'name' | 'bytes'>;

/**
 * Says what a package is, from the names of its files and its `imsmanifest.xml`. Never throws: what
 * cannot be launched is `unknown`, with the reason.
 */
export function describePackage(
  fileNames: readonly string[],
  readText: (name: string) => string,
  fallbackTitle: string,
): PackageContent {
  const unknown = (problem: string): PackageContent => ({
    kind: 'unknown',
    title: fallbackTitle,
    launch: '',
    problem,
  });
  if (fileNames.includes('imsmanifest.xml')) {
    const manifest = readXml(readText('imsmanifest.xml'));
    if (manifest === undefined) return unknown('imsmanifest.xml is not XML');
    return describeScorm(manifest, new Set(fileNames), fallbackTitle);
  }
  const misplaced = fileNames.find((name) => name.toLowerCase().endsWith('imsmanifest.xml'));
  if (misplaced !== undefined) {
    return unknown(
      `the manifest must be imsmanifest.xml at the root of the zip, it is ${misplaced}`,
    );
  }
  if (fileNames.includes('cmi5.xml'))
    return unknown('a cmi5 package: the simulator runs SCORM only');
  if (fileNames.includes('tincan.xml'))
    return unknown('an xAPI package: the simulator runs SCORM only');
  if (!fileNames.includes('index.html'))
    return unknown('neither imsmanifest.xml nor index.html at its root');
  const title = titleOfPage(readText('index.html'));
  return { kind: 'web', title: title || fallbackTitle, launch: 'index.html' };
}

function titleOfPage(html: string): string {
  const source = /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[0];
  return source === undefined ? '' : (readXml(source)?.text ?? '').trim();
}

function describeScorm(
  manifest: XmlElement,
  fileNames: ReadonlySet<string>,
  fallbackTitle: string,
): PackageContent {
  const organization = defaultOrganization(manifest);
  const item = organization && descendants(organization, 'item').find(launches);
  const title = (organization && textOf(organization, 'title')) || fallbackTitle;
  const launch = item ? launchOf(manifest, item) : '';
  const kind = kindOf(manifest);
  const content: PackageContent = { kind, title, launch, ...(item ? itemData(item) : {}) };
  const problem = problemOf(kind, launch, fileNames);
  return problem === undefined ? content : { ...content, kind: 'unknown', problem };
}

const launches = (item: XmlElement): boolean => item.attributes['identifierref'] !== undefined;

function defaultOrganization(manifest: XmlElement): XmlElement | undefined {
  const organizations = descendants(manifest, 'organizations')[0];
  const all = organizations ? descendants(organizations, 'organization') : [];
  const byDefault = organizations?.attributes['default'];
  return all.find((one) => one.attributes['identifier'] === byDefault) ?? all[0];
}

/** `schemaversion` first, as LMSs do; the namespace of adlcp where that says nothing known. */
function kindOf(manifest: XmlElement): PackageKind {
  const version = textOf(manifest, 'schemaversion');
  if (version === '1.2') return 'scorm12';
  if (version === '2004 4th Edition') return 'scorm2004-4th';
  if (['2004 3rd Edition', 'CAM 1.3', '1.3'].includes(version)) return 'scorm2004-3rd';
  const spaces = Object.values(manifest.attributes).join(' ');
  if (spaces.includes('adlcp_rootv1p2')) return 'scorm12';
  return spaces.includes('adlcp_v1p3') ? 'scorm2004-3rd' : 'unknown';
}

/** Path of the launch file: bases of manifest, resources and resource, href, the item's parameters. */
function launchOf(manifest: XmlElement, item: XmlElement): string {
  const resources = descendants(manifest, 'resources')[0];
  const resource = descendants(manifest, 'resource').find(
    (one) => one.attributes['identifier'] === item.attributes['identifierref'],
  );
  const href = resource?.attributes['href'];
  if (href === undefined) return '';
  const bases = [manifest, resources, resource].map((one) => one?.attributes['base'] ?? '');
  const parameters = item.attributes['parameters'] ?? '';
  const joint =
    parameters === '' || /^[?#&]/.test(parameters) ? '' : href.includes('?') ? '&' : '?';
  return bases.join('') + href + joint + parameters;
}

function itemData(item: XmlElement): Pick<PackageInfo, 'masteryScore' | 'launchData'> {
  const mastery = textOf(item, 'masteryscore');
  const measure = textOf(item, 'minNormalizedMeasure');
  const score =
    mastery !== ''
      ? Number(mastery)
      : measure !== ''
        ? Math.round(Number(measure) * 1e6) / 1e4
        : NaN;
  const launchData = textOf(item, 'datafromlms') || textOf(item, 'dataFromLMS');
  return {
    ...(Number.isFinite(score) ? { masteryScore: score } : {}),
    ...(launchData === '' ? {} : { launchData }),
  };
}

function problemOf(
  kind: PackageKind,
  launch: string,
  fileNames: ReadonlySet<string>,
): string | undefined {
  if (kind === 'unknown') return 'the manifest names no version of SCORM that is known';
  if (launch === '') return 'the manifest names no launch file';
  const file = pathOf(launch);
  return fileNames.has(file) ? undefined : `the launch file ${file} is not in the zip`;
}

/** The file that a launch href names: without query and fragment, decoded. */
function pathOf(launch: string): string {
  const path = launch.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
