import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { adaptModule } from './adapt-module.ts';

const adapt = (code: string) => adaptModule('chunks/kit.js', code);

describe('adaptModule', () => {
  it.each(['"', "'", '`'])('turns beforeunload into pagehide, quoted with %s', (quote) => {
    expect(adapt(`addEventListener(${quote}beforeunload${quote},f)`)).toBe(
      `addEventListener(${quote}pagehide${quote},f)`,
    );
  });

  it('takes the origin from the address, where code asks for the location’s', () => {
    expect(adapt('var a=location.origin,b=url.location.origin,c=mylocation.origin;')).toBe(
      'var a=new URL(location).origin,b=url.location.origin,c=mylocation.origin;',
    );
  });

  it('leaves style sheets on demand without crossorigin', () => {
    expect(adapt('t.crossOrigin=``,t.href=c')).toBe('t.crossOrigin=null,t.href=c');
  });

  it('leaves style sheets only of what is to load first', () => {
    const list =
      'const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["../assets/a.css","./b.js"])))=>i.map(i=>d[i]);';
    const deps: unknown = runInNewContext(`${adapt(list)}__vite__mapDeps([0,1])`);
    expect(JSON.stringify(deps)).toBe('["../assets/a.css"]');
  });

  it('unwraps an import with nothing to load first', () => {
    expect(adapt('[()=>e(()=>import(`./a.js`),[],import.meta.url)]')).toBe(
      '[()=>import(`./a.js`)]',
    );
    expect(adapt('e(()=>import(`./a.js`),d([0]),import.meta.url)')).toBe(
      'e(()=>import(`./a.js`),d([0]),import.meta.url)',
    );
  });

  it('refuses a list of what is to load first that it does not know', () => {
    expect(() => adapt('const __vite__mapDeps=i=>i;')).toThrow(
      'chunks/kit.js has a list of files to preload of another kind than Vite 8 writes. ' +
        'Compare it with src/packaging/adapt-module.ts, which must follow Vite.',
    );
  });
});
