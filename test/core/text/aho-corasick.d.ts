declare module 'aho-corasick' {
  /** npm aho-corasick 0.1.3, as far as it is used here: an oracle. */
  export default class AhoCorasick {
    add(word: string, data: number): void;
    build_fail(): void;
    search(text: string, found: (word: string, data: readonly number[], offset: number) => void): void;
  }
}
