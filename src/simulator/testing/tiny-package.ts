import { strToU8, zipSync } from 'fflate';

/** What varies in a tiny package; all else is as in a good one. */
export interface TinyOptions {
  readonly title?: string;
  readonly href?: string;
  readonly schemaVersion?: string;
  /** 0–100. */
  readonly masteryScore?: number;
  /** More files, or others in place of the usual. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A SCORM package of one page, made by hand, that runs in the simulator. For tests only. */
export function makeTinyPackage(
  kind: 'scorm12' | 'scorm2004',
  options: TinyOptions = {},
): Uint8Array {
  return makeZip({
    'imsmanifest.xml': kind === 'scorm12' ? manifest12(options) : manifest2004(options),
    'index.html': page(options.title ?? 'Tiny course'),
    'course.js': script(kind),
    ...options.files,
  });
}

/** A zip of texts. */
export function makeZip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

function manifest12({
  title = 'Tiny course',
  href = 'index.html',
  schemaVersion = '1.2',
  masteryScore,
}: TinyOptions): string {
  const mastery =
    masteryScore === undefined ? '' : `<adlcp:masteryscore>${masteryScore}</adlcp:masteryscore>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="tiny" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>${schemaVersion}</schemaversion></metadata>
  <organizations default="org"><organization identifier="org"><title>${title}</title>
    <item identifier="item" identifierref="res"><title>${title}</title>${mastery}</item>
  </organization></organizations>
  <resources><resource identifier="res" type="webcontent" adlcp:scormtype="sco" href="${href}"><file href="${href}"/></resource></resources>
</manifest>`;
}

function manifest2004({
  title = 'Tiny course',
  href = 'index.html',
  schemaVersion = '2004 3rd Edition',
  masteryScore,
}: TinyOptions): string {
  const measure =
    masteryScore === undefined
      ? ''
      : `<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>${masteryScore / 100}</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="tiny" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata><schema>ADL SCORM</schema><schemaversion>${schemaVersion}</schemaversion></metadata>
  <organizations default="org"><organization identifier="org"><title>${title}</title>
    <item identifier="item" identifierref="res"><title>${title}</title>${measure}</item>
  </organization></organizations>
  <resources><resource identifier="res" type="webcontent" adlcp:scormType="sco" href="${href}"><file href="${href}"/></resource></resources>
</manifest>`;
}

const page = (title: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:18px/1.5 Georgia,serif;margin:2rem}button{font:600 16px system-ui;padding:.7em 1em;margin:.2em}</style></head>
<body><h1>${title}</h1><p id="state">Looking for the LMS…</p>
<button id="answer">Answer</button><button id="bad">Send what is wrong</button><button id="save">Save</button><button id="pass">Pass</button><button id="exit">Exit</button>
<script src="course.js"></script></body></html>`;

/** Finds the API upward and in the opener, waits for a late one, ends the session on pagehide. */
const script = (kind: 'scorm12' | 'scorm2004'): string => `(function () {
var is12 = ${kind === 'scorm12'};
var name = is12 ? 'API' : 'API_1484_11';
var p = is12 ? 'LMS' : '';
var api = null, ended = false, count = 0;
function find(w) { for (var i = 0; w && i < 9; i++) { if (w[name]) return w[name]; if (w.parent === w) break; w = w.parent; } return null; }
function set(e, v) { return api[p + 'SetValue'](e, v); }
function el(a, b) { return is12 ? a : b; }
function finish() { if (!api || ended) return; ended = true; set(el('cmi.core.session_time', 'cmi.session_time'), is12 ? '00:01:05.50' : 'PT1M5.5S'); api[is12 ? 'LMSFinish' : 'Terminate'](''); show('ended'); }
function show(text) { document.getElementById('state').textContent = text; }
function start() {
  api[p + 'Initialize']('');
  var status = api[p + 'GetValue'](el('cmi.core.lesson_status', 'cmi.completion_status'));
  var state = api[p + 'GetValue']('cmi.suspend_data');
  if (status !== 'completed' && status !== 'passed') set(el('cmi.core.lesson_status', 'cmi.completion_status'), 'incomplete');
  set(el('cmi.core.exit', 'cmi.exit'), 'suspend');
  api[p + 'Commit']('');
  show('connected, ' + status + ', state: ' + (state || 'none'));
}
document.getElementById('answer').onclick = function () {
  var n = 'cmi.interactions.' + count++ + '.';
  set(n + 'id', 'tiny.q' + count); set(n + 'type', 'choice');
  set(n + (is12 ? 'student_response' : 'learner_response'), 'a'); set(n + 'result', 'correct');
  set('cmi.suspend_data', 'answered-' + count);
};
document.getElementById('bad').onclick = function () {
  set(el('cmi.core.exit', 'cmi.exit'), is12 ? 'normal' : 'later'); set('cmi.suspend_data', new Array(70000).join('x'));
  api[p + 'GetLastError'](); set('cmi.nothing', '1');
};
document.getElementById('save').onclick = function () { api[p + 'Commit'](''); };
document.getElementById('pass').onclick = function () {
  set(el('cmi.core.score.raw', 'cmi.score.raw'), '90');
  if (!is12) { set('cmi.score.scaled', '0.9'); set('cmi.success_status', 'passed'); }
  set(el('cmi.core.lesson_status', 'cmi.completion_status'), is12 ? 'passed' : 'completed');
  api[p + 'Commit']('');
};
document.getElementById('exit').onclick = finish;
addEventListener('pagehide', finish);
var tries = 0;
(function look() {
  api = find(window) || (window.opener ? find(window.opener) : null);
  if (api) start(); else if (tries++ < 100) setTimeout(look, 100); else show('no LMS');
})();
})();
`;
