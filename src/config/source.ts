import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml';

export type Path = readonly PropertyKey[];

/** Where something stands: both from 1; the column counts UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

interface SyntaxFault extends Place {
  readonly code: string;
}

/** A YAML text, read. With faults, `value` means nothing. */
export interface Source {
  readonly value: unknown;
  readonly faults: readonly SyntaxFault[];
  readonly warnings: readonly SyntaxFault[];
  /** The value at a path, or, where it is not written, the nearest thing around it. */
  placeOf(path: Path): Place;
  /** The key at a path's end. */
  placeOfKey(path: Path): Place;
  /** A plain value as it is written (`007`), or null where there is none at the path. */
  writtenAt(path: Path): string | null;
}

function faultOf({ code, linePos }: YAMLError): SyntaxFault {
  const at = linePos?.[0];
  return { code, line: at?.line ?? 1, column: at?.col ?? 1 };
}

function pairAt(node: unknown, key: PropertyKey): Pair | null {
  if (!isMap(node)) return null;
  const named = (pair: Pair): boolean => isScalar(pair.key) && String(pair.key.value) === String(key);
  return node.items.find(named) ?? null;
}

function childOf(node: unknown, key: PropertyKey): unknown {
  return isSeq(node) ? node.items[Number(key)] : pairAt(node, key)?.value;
}

/** The nodes along a path, the root first, as far as it is written. */
function nodesAlong(document: Document, path: Path): readonly unknown[] {
  const nodes: unknown[] = [document.contents];
  for (const key of path) {
    const last = nodes.at(-1);
    const child = childOf(isAlias(last) ? last.resolve(document) : last, key);
    if (child === undefined || child === null) break;
    nodes.push(child);
  }
  return nodes;
}

function offsetOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Plain data of a document. Anchors that lead nowhere or multiply without end are faults, too. */
function valueOf(document: Document): { readonly value: unknown; readonly faults: readonly SyntaxFault[] } {
  if (document.errors.length > 0) return { value: null, faults: document.errors.map(faultOf) };
  const refused = { value: null, faults: [{ code: 'BAD_ALIAS', line: 1, column: 1 }] };
  try {
    const value: unknown = document.toJS();
    return holdsItself(value, new Map()) ? refused : { value, faults: [] };
  } catch {
    return refused;
  }
}

/** Whether a value is a part of itself, as `a: &a [*a]` makes it. `seen`: whether what was met is still being walked. */
function holdsItself(value: unknown, seen: Map<object, 'inside' | 'done'>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const before = seen.get(value);
  if (before !== undefined) return before === 'inside';
  seen.set(value, 'inside');
  const holds = Object.values(value).some((inner) => holdsItself(inner, seen));
  seen.set(value, 'done');
  return holds;
}

/** Reads YAML 1.2 and remembers where everything stands. Throws RangeError on nesting too deep to read. */
export function readSource(text: string): Source {
  const lines = new LineCounter();
  // A byte order mark is no column.
  const document = parseDocument(text.replace(/^\uFEFF/u, ''), { lineCounter: lines, logLevel: 'error' });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  return {
    ...valueOf(document),
    warnings: document.warnings.map(faultOf),
    placeOf: (path) => place(offsetOf(nodesAlong(document, path).at(-1))),
    placeOfKey(path) {
      const pair = pairAt(nodesAlong(document, path.slice(0, -1)).at(-1), path.at(-1) ?? '');
      return place(offsetOf(pair?.key ?? document.contents));
    },
    writtenAt(path) {
      const nodes = nodesAlong(document, path);
      const node = nodes.at(-1);
      return nodes.length === path.length + 1 && isScalar(node) ? (node.source ?? null) : null;
    },
  };
}
