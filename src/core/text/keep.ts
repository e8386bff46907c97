/**
 * Is told of every object that a build works with. V8 drops compiled code with the last object of a shape that it was
 * made for; whoever keeps one small build's objects keeps the code for the next build.
 */
export type Keep = (...workings: readonly object[]) => void;

export const keepNothing: Keep = () => undefined;
