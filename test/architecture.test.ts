import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/app/commands/index.js';

const read = (path: string): string => readFileSync(path, 'utf8');
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('registries', () => {
  const rules = filesIn('src/core/rules').filter((name) =>
    /defineRule\(\{/u.test(read(`src/core/rules/${name}`)),
  );

  it.each(rules)('the rule %s is in the registry and has its page', (name) => {
    const exported = /export const (\w+) = defineRule/u.exec(read(`src/core/rules/${name}`))?.[1] ?? '?';
    expect(read('src/core/rules/index.ts')).toContain(`maker(${exported})`);
    expect(existsSync(`docs/rules/${name.replace('.ts', '.md')}`)).toBe(true);
  });

  const commands = filesIn('src/app/commands').filter((name) =>
    /: Command = \{/u.test(read(`src/app/commands/${name}`)),
  );

  it('finds rules and commands at all', () => {
    expect(rules.length).toBeGreaterThan(1);
    const defined = commands.flatMap(
      (name) => read(`src/app/commands/${name}`).match(/: Command = \{/gu) ?? [],
    );
    expect(defined.length).toBe(COMMANDS.length);
  });

  it.each(commands)('the command %s is in the registry', (name) => {
    expect(read('src/app/commands/index.ts')).toContain(`./${name.replace('.ts', '.js')}`);
  });

  it('no name of a command is taken twice', () => {
    const names = COMMANDS.flatMap((command) => command.names);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the core', () => {
  it.each(filesIn('src/core'))('%s asks no clock', (name) => {
    expect(read(`src/core/${name}`)).not.toMatch(
      /new Date\(\)|Date\.now|Temporal\.Now|Math\.random|performance\.now/u,
    );
  });
});

describe('the lock file', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: object }>;
  };
  const paths = Object.keys(lock.packages);

  it('carries no registry address', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved":/u);
  });

  it('has an entry for every optional dependency, so that npm ci works on every platform', () => {
    const missing = Object.values(lock.packages)
      .flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
      .filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`)));
    expect(missing).toEqual([]);
  });
});

describe('pins', () => {
  const manifest = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;

  it('names exact versions only', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d/u.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('keeps better-sqlite3 at the last version with prebuilt binaries for Node 20 to 25', () => {
    expect(manifest.dependencies['better-sqlite3']).toBe('12.9.0');
  });
});
