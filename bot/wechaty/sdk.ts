import type { Wechaty, WechatyBuilder } from 'wechaty';

interface Fork {
  readonly WechatyBuilder: typeof WechatyBuilder;
}

type WechatyOptions = NonNullable<Parameters<typeof WechatyBuilder.build>[0]>;

/** The part of the SDK that the program itself calls. */
export interface Sdk {
  readonly name: string;
  build(options: WechatyOptions): Wechaty;
}

/**
 * Loads the SDK by name: the maintained fork `@juzi/wechaty` (which WeCom needs) where it is installed, else `wechaty`.
 * Both carry the same application code.
 */
export async function loadSdk(): Promise<Sdk> {
  const fork = await load('@juzi/wechaty');
  if (fork !== null) {
    process.env['WECHATY_PUPPET'] = forkPuppet(process.env['WECHATY_PUPPET']);
    return fork;
  }
  const { WechatyBuilder } = await import('wechaty');
  return { name: 'wechaty', build: (options) => WechatyBuilder.build(options) };
}

/** The fork does not run on the service puppet of plain Wechaty; it has one of its own, configured alike. */
export function forkPuppet(name: string | undefined): string {
  return name === undefined || name === 'wechaty-puppet-service' ? '@juzi/wechaty-puppet-service' : name;
}

async function load(name: string): Promise<Sdk | null> {
  try {
    // The fork has the same exports; it is not a dependency, so its types are those of wechaty.
    const sdk: unknown = await import(name);
    if (!isFork(sdk)) throw new Error(`${name} is installed but has no WechatyBuilder`);
    return { name, build: (options) => sdk.WechatyBuilder.build(options) };
  } catch (error) {
    if (isMissing(error, name)) return null;
    throw error;
  }
}

function isFork(sdk: unknown): sdk is Fork {
  return typeof sdk === 'object' && sdk !== null && 'WechatyBuilder' in sdk;
}

/** Not installed; a fork that is there but broken must not be passed over in silence. */
function isMissing(error: unknown, name: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_MODULE_NOT_FOUND' &&
    error.message.includes(name)
  );
}
