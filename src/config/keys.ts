import { configSchema } from './schema.js';
import { nearest } from './nearest.js';
import type { Path } from './source.js';

/** The part of a JSON Schema that names keys. */
interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

const root: Shape = configSchema();

function shapeAt(path: Path): Shape | undefined {
  let shape: Shape | undefined = root;
  for (const key of path) shape = typeof key === 'number' ? shape?.items : shape?.properties?.[String(key)];
  return shape;
}

/** All keys of the file with the path that leads to them, such as `groups[].card.template`. */
function allPaths(shape: Shape, prefix: string): readonly string[] {
  const inner = shape.items === undefined ? [] : allPaths(shape.items, `${prefix}[]`);
  const keys = Object.entries(shape.properties ?? {}).flatMap(([key, child]) => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    return [path, ...allPaths(child, path)];
  });
  return [...inner, ...keys];
}

/** What to say of a key that is not known where it stands: the nearest name there, or where it belongs. */
export function unknownKey(parent: Path, key: string): string {
  const here = Object.keys(shapeAt(parent)?.properties ?? {});
  const like = nearest(key, here);
  const list = `这里可用:${here.join('、')}`;
  if (like !== null) return `没有这一项;是不是想写 ${like}?${list}`;
  const elsewhere = allPaths(root, '').find((path) => path.endsWith(`.${key}`));
  return elsewhere === undefined ? `没有这一项;${list}` : `没有这一项;它应写在 ${elsewhere};${list}`;
}
