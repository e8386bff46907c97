/**
 * Makes `factory(tables)` from a fresh copy of its code. V8 compiles a function once for all closures over it; only
 * where it knows of a single closure does it treat captured typed arrays as constants, so that their addresses and
 * lengths go into the machine code and bounds checks fall away. A copy for each automaton keeps that true however many
 * are alive: about half as fast again with six of them, measured once (docs/adr/0006-matcher.md), not by the bench.
 * `factory` must name nothing outside itself but globals, and its text comes from this package alone. Where code from
 * strings is forbidden (`--disallow-code-generation-from-strings`) the factory is called as it is, with equal results.
 */
export function specialise<Tables, Made>(factory: (tables: Tables) => Made, tables: Tables): Made {
  return freshCopy(factory)(tables);
}

/** Numbers the copies: V8 takes code of equal text out of its cache, and with it the shared function. */
let copies = 0;

function freshCopy<Tables, Made>(factory: (tables: Tables) => Made): (tables: Tables) => Made {
  try {
    copies += 1;
    const copy = new Function(
      `"use strict"; return (${factory.toString()}); // ${copies}`,
    ) as () => typeof factory;
    return copy();
  } catch {
    return factory;
  }
}
