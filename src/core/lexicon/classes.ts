import type { ClassEntry, LexiconFile, LexiconProblem } from './format.js';
import { ENTITIES } from './entities.js';

/** The classes of all files, numbered. Words and recognisers are already spread out of the included classes. */
export class ClassTable {
  readonly words: string[][] = [];
  readonly entities: string[][] = [];
  readonly problems: LexiconProblem[] = [];
  readonly #ids = new Map<string, number>();
  readonly #files: readonly LexiconFile[];

  constructor(files: readonly LexiconFile[]) {
    this.#files = files;
  }

  add(words: readonly string[], entities: readonly string[] = []): number {
    this.words.push([...words]);
    this.entities.push([...entities]);
    return this.words.length - 1;
  }

  /** The id of the class `name` as seen from `file`: its own first, then the shared ones. Null: unknown. */
  resolve(name: string, file: LexiconFile): number | null {
    for (const home of [file, ...this.#files.filter((other) => other.category === null)]) {
      const entry = home.classes.find((known) => known.name === name);
      if (entry !== undefined) return this.#idOf(entry, home);
    }
    return null;
  }

  #idOf(entry: ClassEntry, home: LexiconFile): number {
    const key = `${home.file}\n${entry.name}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.add([]);
    // Numbered before its members are read, so that classes which include each other end.
    this.#ids.set(key, id);
    this.words[id] = [...entry.words];
    this.entities[id] = [...entry.entities];
    this.#checkEntities(entry, home);
    for (const included of entry.includes) this.#include(id, included, { entry, home });
    return id;
  }

  #checkEntities(entry: ClassEntry, home: LexiconFile): void {
    for (const name of entry.entities) {
      if (ENTITIES.includes(name)) continue;
      const known = ENTITIES.join(' ');
      this.problem(home, entry.line, `词类“${entry.name}”里的“#${name}”不认识，可用：${known}`);
    }
  }

  #include(id: number, name: string, { entry, home }: { entry: ClassEntry; home: LexiconFile }): void {
    const other = this.resolve(name, home);
    if (other === null) return this.problem(home, entry.line, `词类“${entry.name}”引用的“@${name}”不存在`);
    this.words[id]?.push(...(this.words[other] ?? []));
    this.entities[id]?.push(...(this.entities[other] ?? []));
  }

  problem(file: LexiconFile, line: number, message: string): void {
    this.problems.push({ severity: 'error', file: file.file, line, message });
  }
}
