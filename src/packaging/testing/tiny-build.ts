import type { FileTree } from '#src/packaging/packager.ts';
import { toBytes } from '#src/packaging/text-file.ts';

/** Folder of hashed files in the build. */
export const ROOT = '_app/immutable';

const PAGE = `<!doctype html>
<html lang="en" data-tracking="browser">
  <head>
    <meta charset="utf-8" />
    <link href="/_app/immutable/entry/start.11.js" rel="modulepreload">
    <link href="/_app/immutable/assets/0.aa.css" rel="stylesheet">
  </head>
  <body>
    <div id="app">
      <script>
        {
          __sveltekit_1abc = {
            base: new URL('.', location).pathname.slice(0, -1)
          };

          const element = document.currentScript.parentElement;

          Promise.all([
            import("/_app/immutable/entry/start.11.js"),
            import("/_app/immutable/entry/app.22.js")
          ]).then(([kit, app]) => {
            kit.start(app, element);
          });
        }
      </script>
    </div>
  </body>
</html>
`;

const preloads = (...files: string[]) =>
  `const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=${JSON.stringify(files)})))=>i.map(i=>d[i]);\n`;

const lesson = (number: number) =>
  `import{s as e}from"./shared.js";import{c as n}from"./kit.js";` +
  `var t=new URL("../assets/pic.png",import.meta.url).href;` +
  `export const lesson=()=>({number:${number},picture:t,shared:e,count:n.add()});`;

/**
 * A build of the shape that SvelteKit and Vite write, as small as can be: a page with two lessons
 * that load on demand, share a chunk, and use state of the first screen.
 */
export const TINY_BUILD: Readonly<Record<string, string>> = {
  'index.html': PAGE,
  '_app/version.json': '{"version":"release"}',
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  [`${ROOT}/entry/start.11.js`]: 'export{a as start}from"../chunks/kit.js";',
  [`${ROOT}/entry/app.22.js`]:
    preloads('../assets/0.aa.css', '../assets/2.bb.css') +
    'import{p as e}from"../chunks/preload.js";' +
    'export const nodes=[()=>e(()=>import("../nodes/0.js"),__vite__mapDeps([0]),import.meta.url),' +
    '()=>e(()=>import("../nodes/2.js"),__vite__mapDeps([1]),import.meta.url)];',
  [`${ROOT}/chunks/kit.js`]:
    'var e=globalThis.__sveltekit_1abc.base,o=location.origin;addEventListener(`beforeunload`,()=>{});' +
    'var c={n:0,add(){return++c.n}};function a(t,n){n.app=t;n.base=e;n.origin=o}export{a,c};',
  [`${ROOT}/chunks/preload.js`]:
    'var r=x=>import.meta.resolve?new URL(import.meta.resolve(x)):new URL(x,import.meta.url);' +
    'var e=(l,d,f)=>(globalThis.styles.push(...d.map(x=>r(new URL(x,f).href).href)),l());' +
    'var t=e=>{let l=document.createElement(`link`);l.crossOrigin=``};export{e as p,t};',
  [`${ROOT}/nodes/0.js`]: 'export const component="layout";',
  [`${ROOT}/nodes/2.js`]:
    preloads('../assets/lesson.cc.css', './one.js') +
    'import{p as e}from"../chunks/preload.js";export const component="page";' +
    'export const lessons=[()=>e(()=>import("../chunks/one.js"),__vite__mapDeps([0,1]),import.meta.url),' +
    '()=>e(()=>import("../chunks/two.js"),__vite__mapDeps([]),import.meta.url)];',
  [`${ROOT}/chunks/one.js`]: lesson(1),
  [`${ROOT}/chunks/two.js`]: lesson(2),
  [`${ROOT}/chunks/shared.js`]: 'var e="text-of-the-shared-chunk";export{e as s};',
  [`${ROOT}/assets/0.aa.css`]: '@font-face{src:url(./font.woff2)}',
  [`${ROOT}/assets/2.bb.css`]: 'h1{color:red}',
  [`${ROOT}/assets/lesson.cc.css`]: 'h2{color:blue}',
  [`${ROOT}/assets/font.woff2`]: 'a font',
  [`${ROOT}/assets/pic.png`]: 'a picture',
};

/** The tiny build as files, with changes: a text replaces a file, `undefined` removes it. */
export function tinyBuild(changes: Readonly<Record<string, string | undefined>> = {}): FileTree {
  const entries = Object.entries({ ...TINY_BUILD, ...changes });
  return new Map(
    entries.flatMap(([path, text]) => (text === undefined ? [] : [[path, toBytes(text)]])),
  );
}
