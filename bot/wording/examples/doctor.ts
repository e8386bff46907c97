import { lineOf, type Row } from '../../../src/core/wording/checkup.js';
import { MACHINE } from '../../../src/core/wording/checkup-machine.js';
import { PLATFORM } from '../../../src/core/wording/checkup-platform.js';

type Examples<Table> = { readonly [Key in keyof Table]: readonly Row[] };

const FILE = 'data/qunshao.db';
const DIRECTORY = 'data/backups';
const NOW = '2026-03-02T01:00:00.000Z';
const GATEWAY = '127.0.0.1:8788';
const HOST = 'qyapi.weixin.qq.com';

/** Each thing that `qunshao doctor` can say. One left out does not compile. */
const OF_MACHINE: Examples<typeof MACHINE> = {
  nodeOld: [MACHINE.nodeOld('18.20.0')],
  node: [MACHINE.node('20.20.2')],
  memory: [MACHINE.memory(4096)],
  memoryScarce: [MACHINE.memoryScarce(500, 600)],
  memoryShort: [MACHINE.memoryShort(200, 300)],
  zones: [MACHINE.zones(1)],
  zonesUnknown: [MACHINE.zonesUnknown(['Asia/Nowhere'])],
  zonesWrong: [MACHINE.zonesWrong()],
  clock: [MACHINE.clock(NOW)],
  clockBeforeProgram: [MACHINE.clockBeforeProgram(NOW)],
  clockBeforeRecord: [MACHINE.clockBeforeRecord(NOW)],
  clockApart: [MACHINE.clockApart(12)],
  config: [MACHINE.config('qunshao.yaml', 2)],
  configNone: [MACHINE.configNone()],
  configDoubtful: [],
  configWrong: [],
  staff: [MACHINE.staff(2)],
  staffNone: [MACHINE.staffNone()],
  disk: [MACHINE.disk(20_000)],
  diskScarce: [MACHINE.diskScarce(800)],
  diskShort: [MACHINE.diskShort(40)],
  rights: [MACHINE.rights(0), MACHINE.rights(3)],
  rightsOpen: [MACHINE.rightsOpen([FILE])],
  databaseUnusable: [],
  databaseAbsent: [MACHINE.databaseAbsent(FILE)],
  databaseOlder: [MACHINE.databaseOlder(FILE, 9, 10)],
  databaseLocked: [MACHINE.databaseLocked(FILE)],
  database: [MACHINE.database(FILE)],
  chain: [MACHINE.chain(120)],
  chainBroken: [MACHINE.chainBroken(17, '哈希对不上')],
  backupElsewhere: [MACHINE.backupElsewhere()],
  backupNone: [MACHINE.backupNone()],
  backupPlanned: [MACHINE.backupPlanned('daily 03:30', DIRECTORY)],
  backupMade: [MACHINE.backupMade(`${DIRECTORY}/qunshao-20260301T193000Z.db`)],
  backupLate: [MACHINE.backupLate(null, DIRECTORY), MACHINE.backupLate(NOW, DIRECTORY)],
  lexicons: [MACHINE.lexicons(8)],
  lexiconFault: [],
  judges: [MACHINE.judges(2)],
  judgesMissing: [MACHINE.judgesMissing(['judge.bin'], ['sounds.bin'])],
  holidays: [MACHINE.holidays(2026)],
  holidaysNone: [MACHINE.holidaysNone(2027)],
  holidaysSoon: [MACHINE.holidaysSoon(2027)],
  picture: [MACHINE.picture()],
  pictureWithoutFont: [MACHINE.pictureWithoutFont('NotoSansSC-Medium.ttf')],
  pictureFailed: [MACHINE.pictureFailed()],
};

const OF_PLATFORM: Examples<typeof PLATFORM> = {
  playground: [PLATFORM.playground()],
  puppet: [PLATFORM.puppet('wechaty-puppet-service', 'wechaty')],
  puppetMissing: [PLATFORM.puppetMissing('wechaty-puppet-padlocal')],
  token: [PLATFORM.token(45)],
  tokenMissing: [PLATFORM.tokenMissing()],
  tokenPadded: [PLATFORM.tokenPadded()],
  tokenOdd: [PLATFORM.tokenOdd()],
  gateway: [PLATFORM.gateway(GATEWAY)],
  gatewayByToken: [PLATFORM.gatewayByToken('api.chatie.io')],
  gatewayUnread: [PLATFORM.gatewayUnread()],
  gatewayAway: [PLATFORM.gatewayAway(GATEWAY)],
  discoveryAway: [PLATFORM.discoveryAway('api.chatie.io')],
  tlsThere: [PLATFORM.tlsThere()],
  tlsHere: [PLATFORM.tlsHere()],
  clear: [PLATFORM.clear('gateway.example')],
  loggedIn: [PLATFORM.loggedIn()],
  scan: [PLATFORM.scan()],
  noLogin: [PLATFORM.noLogin()],
  taken: [PLATFORM.taken()],
  refused: [PLATFORM.refused()],
  certificate: [PLATFORM.certificate()],
  noAnswer: [PLATFORM.noAnswer()],
  running: [PLATFORM.running()],
  runningUnwell: [PLATFORM.runningUnwell('{"ready":false,"connection":"broken","store":"ok"}')],
  runningStandstill: [PLATFORM.runningStandstill()],
  watchingOff: [PLATFORM.watchingOff()],
  watching: [PLATFORM.watching('127.0.0.1:9464')],
  watchingInUse: [PLATFORM.watchingInUse()],
  watchingTaken: [PLATFORM.watchingTaken('127.0.0.1:9464')],
  watchingOpen: [PLATFORM.watchingOpen('0.0.0.0:9464')],
  robot: [PLATFORM.robot(HOST)],
  robotFails: [PLATFORM.robotFails(HOST, 502)],
  robotAway: [PLATFORM.robotAway(HOST)],
};

/** By the thing that is looked at. What repeats a sentence of another part has no example. */
export const DOCTOR_LINES: readonly { readonly source: string; readonly texts: readonly string[] }[] = byArea(
  [...Object.values(OF_MACHINE), ...Object.values(OF_PLATFORM)].flat(),
);

function byArea(rows: readonly Row[]) {
  const areas = [...new Set(rows.map(({ area }) => area))];
  return areas.map((area) => ({
    source: `doctor ${area}`,
    texts: rows.filter((row) => row.area === area).map(lineOf),
  }));
}
