import type { Path } from './yaml-file.ts';

/** The parts of valibot's schemas that lead to others. */
interface Leading {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, Leading>>;
  readonly item?: Leading;
  readonly value?: Leading;
  readonly wrapped?: Leading;
  readonly options?: readonly unknown[];
}

/** Keys that an object at that path may have, of whatever kind it is. */
export function keysAt(schema: Leading, path: Path): readonly string[] {
  const found = path.reduce<readonly Leading[]>(
    (schemas, key) => schemas.flatMap((one) => next(one, key)).flatMap(unwrapped),
    unwrapped(schema),
  );
  return [...new Set(found.flatMap(({ entries = {} }) => Object.keys(entries)))];
}

/** Behind optional fields, and each choice of a union. */
function unwrapped(schema: Leading): readonly Leading[] {
  if (schema.wrapped) return unwrapped(schema.wrapped);
  const choices = schema.options?.filter((one) => typeof one === 'object' && one !== null);
  return choices && choices.length > 0 ? choices.flatMap((one) => unwrapped(one)) : [schema];
}

function next({ entries, item, value }: Leading, key: string | number): readonly Leading[] {
  const inner = typeof key === 'number' ? item : (entries?.[key] ?? value);
  return inner ? [inner] : [];
}
