import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createWatch } from '../../bot/operating/watch.js';
import { createConnection } from '../../bot/wechaty/connection/connection.js';
import { parseListen } from '../../src/config/operating.js';
import { createMemoryLog } from '../fakes/log.js';

const HERE = 'docs/operating';
const read = (name: string): string => readFileSync(`${HERE}/${name}`, 'utf8');
const lines = (name: string): readonly string[] =>
  read(name)
    .replaceAll(/\\\n\s*/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));

describe('the systemd unit', () => {
  const unit = lines('qunshao.service');
  const values = (key: string): readonly string[] =>
    unit.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));

  it('starts what the build makes', () => {
    for (const command of [...values('ExecStart'), ...values('ExecStartPre')]) {
      const program = /\/opt\/qunshao\/dist\/(\S+)\.js/u.exec(command)?.[1] ?? 'none';
      expect(existsSync(`${program}.ts`)).toBe(true);
    }
    expect(values('ExecStart')).toHaveLength(1);
  });

  it('runs as nobody special, in a folder that only it may read', () => {
    expect(values('User')).toEqual(['qunshao']);
    expect(values('UMask')).toEqual(['0077']);
    expect(values('StateDirectoryMode')).toEqual(['0700']);
    expect(values('WorkingDirectory')).toEqual([`/var/lib/${values('StateDirectory')[0]}`]);
  });

  it.each([
    'NoNewPrivileges=yes',
    'CapabilityBoundingSet=',
    'ProtectSystem=strict',
    'ProtectHome=yes',
    'PrivateTmp=yes',
    'PrivateDevices=yes',
    'RestrictSUIDSGID=yes',
    'SystemCallFilter=@system-service',
  ])('is hardened: %s', (line) => expect(unit).toContain(line));

  it('does not start again what a person has to mend', () => {
    expect(values('RestartPreventExitStatus')).toEqual(['2']);
  });

  it('serves health on loopback', () => {
    const listen = values('Environment').find((one) => one.startsWith('QUNSHAO_LISTEN='));
    expect(parseListen(listen?.split('=')[1] ?? '')?.host).toBe('127.0.0.1');
  });

  const analyse = spawnSync('systemd-analyze', ['--version']).status === 0;
  it.runIf(analyse && existsSync('/usr/bin/node'))('systemd finds nothing wrong with it', () => {
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', `${HERE}/qunshao.service`], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('the image', () => {
  const file = lines('Dockerfile');
  const at = (word: string): readonly string[] =>
    file.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  const last = file.slice(file.findLastIndex((line) => line.startsWith('FROM ')));

  it('has two stages; the second installs nothing', () => {
    expect(at('FROM')).toHaveLength(2);
    expect(last.filter((line) => /npm|apt|curl|wget/u.test(line))).toEqual([]);
  });

  it('is installed from the lock', () => {
    expect(at('RUN').some((line) => line.startsWith('npm ci'))).toBe(true);
    expect(at('RUN').some((line) => /npm (?:i|install)\b/u.test(line))).toBe(false);
    expect(at('COPY')[0]).toContain('package-lock.json');
    expect(at('ADD')).toEqual([]);
  });

  it('does not run as root, and writes to one volume', () => {
    const user = last.findIndex((line) => line.startsWith('USER '));
    expect(last[user]).toBe('USER node');
    expect(last.findIndex((line) => line.startsWith('CMD '))).toBeGreaterThan(user);
    expect(at('VOLUME')).toEqual(['/data']);
    expect(at('WORKDIR').at(-1)).toBe('/data');
  });

  it('looks after its health where the program answers', () => {
    const [address = ''] = /127\.0\.0\.1:\d+\/healthz/u.exec(at('HEALTHCHECK')[0] ?? '') ?? [];
    expect(at('ENV')[0]).toContain(`QUNSHAO_LISTEN=${address.replace('/healthz', '')}`);
  });

  it('has what the program reads when it runs: the package, the build, the tables, the font', () => {
    const copied = last.filter((line) => line.startsWith('COPY ')).map((line) => line.split(' ').at(-1));
    expect(copied).toEqual(
      expect.arrayContaining([
        '/app/',
        '/app/dist',
        '/app/node_modules',
        '/app/lexicons',
        '/app/src/render/font',
      ]),
    );
  });

  it('no secret, no data gets into the build: everything is kept out but what is copied', () => {
    const ignored = lines('Dockerfile.dockerignore');
    expect(ignored[0]).toBe('*');
    const allowed = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    const sources = at('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1))
      .map((source) => source.replace(/^\.\//u, ''));
    for (const source of sources) {
      expect(existsSync(source)).toBe(true);
      expect(allowed.some((one) => source === one || source.startsWith(`${one}/`))).toBe(true);
    }
    expect(allowed.filter((one) => !sources.some((source) => source.split('/')[0] === one))).toEqual([]);
    expect(ignored).toEqual(expect.arrayContaining(['**/*.db', '**/.env', '**/*.memory-card.json']));
  });
});

describe('the guide for operators', () => {
  const guide = readFileSync('docs/operating.md', 'utf8');

  it('names metrics that are there', async () => {
    const clock = { now: () => 0 };
    const log = createMemoryLog();
    const connection = createConnection({ clock, log });
    const operating = { listen: { host: '127.0.0.1', port: 0 }, beyondLoopback: false };
    const watch = createWatch({ operating, clock, log, connection });
    const text = await (await fetch(`http://${await watch?.address}/metrics`)).text();
    await watch?.stop();
    const known = new Set([...text.matchAll(/^# TYPE (\S+)/gmu)].map(([, name]) => name ?? ''));
    const named = [...guide.matchAll(/\bqunshao_[a-z_]+/gu)].map(([name]) => name.replace(/_bucket$/u, ''));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('names files that are there', () => {
    const links = [...guide.matchAll(/\]\(([^)#]+)[^)]*\)/gu)].map(([, path]) => path ?? '');
    const missing = links.filter((path) => !existsSync(`docs/${path}`));
    expect(missing).toEqual([]);
  });

  it.each(['English', '中文'])('is there in %s, with the incidents', (language) => {
    const [english = '', chinese = ''] = guide.split('<a id="中文"></a>');
    const part = language === '中文' ? chinese : english;
    expect(part.match(/^\d\. \*\*/gmu)).toHaveLength(8);
  });
});
