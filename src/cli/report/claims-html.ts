import { xml, type Xml } from '#src/packaging/xml.ts';
import type {
  ClaimsMatrix,
  Evidence,
  MatrixClaim,
  MatrixLesson,
  MatrixObjective,
} from './claims-matrix.ts';

const STYLE = `
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 var(--form); overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.2; }
h2 { margin-top: var(--space-7); }
a { color: inherit; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.scroll { overflow-x: auto; }
table { width: 100%; min-width: 44rem; border-collapse: collapse; background: var(--sheet); }
caption { padding-block: var(--space-2); text-align: left; font-weight: 700; }
th, td { padding: var(--space-2) var(--space-3); border: var(--line-form); text-align: left;
  vertical-align: top; font-size: var(--size-small); }
thead th { background: var(--steel-wash); }
ul { margin: 0; padding-left: 1.1em; line-height: 1.75; }
.small { color: var(--ink-2); }
.due { font-weight: 700; color: var(--oxide); }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  .scroll { overflow: visible; }
  table { min-width: 0; }
  th, td { font-size: 8pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
}`;

/**
 * The matrix as one page that needs no other file.
 * `tokens`: the course's design tokens, as CSS. `today`: the day of the report, YYYY-MM-DD.
 */
export function claimsHtml(matrix: ClaimsMatrix, tokens: string, today: string): string {
  const { title, lessons, sources } = matrix;
  const css: Xml = { markup: tokens + STYLE };
  const page = xml`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Claims and sources: ${title}</title>
<style>${css}</style>
</head>
<body>
<header>
<h1>Claims and sources</h1>
<p>${title}. Report of ${today}.</p>
<p>For each objective: the questions that test it, the sentences that rest on the same evidence, and the sources of both. Below it, every sentence of the lesson that needs a source.</p>
</header>
<nav aria-label="Contents">
<ul>
${lessons.map(({ lesson }) => xml`<li><a href="#${lesson.id}">${lesson.title}</a></li>`)}
<li><a href="#sources">Sources</a></li>
</ul>
</nav>
<main>
${lessons.map(lessonSection)}
${sourcesSection(sources, today)}
</main>
</body>
</html>`;
  return `<!doctype html>\n${page.markup}\n`;
}

function lessonSection({ lesson, objectives, claims }: MatrixLesson): Xml {
  const { id, title, session, reviewed } = lesson;
  return xml`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p>Session ${session}. Last reviewed ${reviewed}.</p>
${table(
  `Objectives of “${title}”`,
  ['Objective', 'Questions', 'Claims', 'Sources'],
  objectives.map((objective) => objectiveRow(id, objective)),
)}
${table(
  `Claims of “${title}”`,
  ['Claim', 'Sentences of the text', 'Rests on'],
  claims.map((claim) => claimRow(id, claim)),
)}
</section>`;
}

function objectiveRow(lesson: string, { objective, questions, claims, sources }: MatrixObjective) {
  return xml`<tr>
<th scope="row">${objective.text} <span class="small">(${objective.bloom})</span></th>
<td>${list(questions.map(({ id, stem, isScored }) => xml`<b>${id}</b>${isScored ? '' : ' (not scored)'}: ${stem}`))}</td>
<td>${list(claims.map((claim) => xml`<a href="#${anchor(lesson, claim)}">${String(claim.number)}</a>: ${gist(claim)}`))}</td>
<td>${list(sources.map(sourceLink))}</td>
</tr>`;
}

/** Its first sentence, and how many more there are. */
function gist({ sentences }: MatrixClaim): string {
  const [first] = sentences;
  const more = sentences.length - 1;
  return `${first?.text ?? ''}${more > 0 ? ` (and ${more} more)` : ''}`;
}

function claimRow(lesson: string, claim: MatrixClaim): Xml {
  const { number, sentences, basis, cites } = claim;
  return xml`<tr id="${anchor(lesson, claim)}">
<th scope="row">${String(number)}</th>
<td>${list(sentences.map(({ text, line }) => xml`${text} <span class="small">(line ${String(line)})</span>`))}</td>
<td>${basis === undefined ? list(cites.map(evidenceText)) : xml`${BASES[basis]}`}</td>
</tr>`;
}

const BASES: Readonly<Record<NonNullable<MatrixClaim['basis']>, string>> = {
  invented: 'Invented for practice',
  'worked-out': 'Worked out from cited figures',
  course: 'About the course, or an instruction',
};

function evidenceText({ source, quote, session }: Evidence): Xml {
  return quote === undefined
    ? sourceLink(source)
    : xml`${sourceLink(source)}: <q>${quote}</q> <span class="small">(${session ?? ''})</span>`;
}

function sourcesSection(sources: ClaimsMatrix['sources'], today: string): Xml {
  return xml`<section aria-labelledby="sources">
<h2 id="sources">Sources</h2>
${table(
  'Sources by their ids',
  ['Id', 'Title', 'Citation', 'Read', 'Opened', 'Review by'],
  sources.map(([id, { title, citation, read, opened, reviewBy }]) => {
    const due = today > reviewBy ? xml` <span class="due">overdue</span>` : xml``;
    return xml`<tr id="source-${id}">
<th scope="row">${id}</th><td>${title}</td><td>${citation ?? ''}</td><td>${read}</td><td>${opened ?? ''}</td><td>${reviewBy}${due}</td>
</tr>`;
  }),
)}
</section>`;
}

function table(caption: string, columns: readonly string[], rows: readonly Xml[]): Xml {
  return xml`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column) => xml`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>
${rows}
</tbody>
</table>
</div>`;
}

function list(items: readonly Xml[]): Xml {
  return items.length === 0 ? xml`—` : xml`<ul>${items.map((item) => xml`<li>${item}</li>`)}</ul>`;
}

function sourceLink(id: string): Xml {
  return xml`<a href="#source-${id}">${id}</a>`;
}

function anchor(lesson: string, { number }: MatrixClaim): string {
  return `${lesson}-claim-${number}`;
}
