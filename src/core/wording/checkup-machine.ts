import { bad, care, good, type Row } from './checkup.js';

const RESET_CLOCK = '请打开系统的自动校时(timedatectl set-ntp true)';

const left = (mb: number): string => `还能用 ${mb} MB`;
const free = (mb: number): string => `数据库所在的盘还有 ${mb} MB`;
const holidayFile = (year: number): string => `请升级 qunshao,或照已有的文件写一个 holidays-${year}.txt`;

/** What `qunshao doctor` says of the machine, the configuration, the files, the database and the tables. Sizes in MB. */
export const MACHINE = {
  nodeOld: (version: string): Row => bad('Node.js', `${version} 太旧`, '请装 20.19 或更新的版本'),
  node: (version: string): Row => good('Node.js', version),

  memory: (mb: number): Row => good('内存', left(mb)),
  memoryScarce: (mb: number, enough: number): Row =>
    care('内存', left(mb), `不到 ${enough} MB,群多时可能不够;请加内存或停掉别的程序`),
  memoryShort: (mb: number, least: number): Row =>
    bad('内存', left(mb), `启动要 ${least} MB 左右,会被系统停掉;请加内存或放宽容器的限制`),

  zones: (count: number): Row => good('时区数据', `${count} 个时区都认识`),
  zonesUnknown: (names: readonly string[]): Row =>
    bad('时区数据', `不认识 ${names.join('、')}`, '请装带完整 ICU 的 Node.js(官方的安装包都带)'),
  zonesWrong: (): Row => bad('时区数据', 'Asia/Shanghai 算出来不是东八区', '请更新系统和 Node.js 的时区数据'),

  clock: (now: string): Row => good('时钟', now),
  clockBeforeProgram: (now: string): Row => bad('时钟', `现在是 ${now},比这个程序还早`, RESET_CLOCK),
  clockBeforeRecord: (now: string): Row => bad('时钟', `现在是 ${now},比最后一条记录还早`, RESET_CLOCK),
  clockApart: (minutes: number): Row => bad('时钟', `和网上的时间差 ${minutes} 分钟`, RESET_CLOCK),

  config: (file: string, groups: number): Row => good('配置', `${file},${groups} 个群`),
  configNone: (): Row => good('配置', '没有配置文件,全部用默认值(可参照 qunshao.example.yaml)'),
  configDoubtful: (warning: string): Row => care('配置', warning, '改好后再查一次'),
  configWrong: (fault: string): Row => bad('配置', fault, null),
  staff: (count: number): Row => good('权限', `上级工作人员 ${count} 人`),
  staffNone: (): Row =>
    care('权限', '没有设置 organisation.admins', '群主自己的违规没有人复核;有上级工作人员就写上编号'),

  disk: (mb: number): Row => good('磁盘', free(mb)),
  diskScarce: (mb: number): Row => care('磁盘', free(mb), '请腾出 1 GB 以上:升级和备份要多写一份'),
  diskShort: (mb: number): Row => bad('磁盘', free(mb), '写满后不能记录;请马上腾出空间'),
  rights: (files: number): Row =>
    good('文件权限', files === 0 ? '还没有要保护的文件' : `${files} 个文件只有自己能读`),
  rightsOpen: (files: readonly string[]): Row =>
    care('文件权限', `${files.join('、')} 别的用户也能读`, `请运行 chmod 600 ${files.join(' ')}`),

  databaseUnusable: (refusal: string): Row => bad('数据库', refusal, null),
  databaseAbsent: (shown: string): Row => good('数据库', `${shown} 还没有内容,第一次启动时会建立`),
  databaseOlder: (shown: string, version: number, latest: number): Row =>
    care(
      '数据库',
      `${shown} 是第 ${version} 版,程序是第 ${latest} 版`,
      '下次启动时会升级(SQLite 会先自动留一份备份);可以先用 qunshao backup 另备一份',
    ),
  databaseLocked: (shown: string): Row =>
    care(
      '数据库',
      `${shown} 正被别的程序锁着`,
      '机器人正在写时会这样,过一会儿再看;一直这样就查是谁占着(lsof)',
    ),
  database: (shown: string): Row => good('数据库', `${shown},能读能写`),
  chain: (entries: number): Row => good('审计日志', `${entries} 条,哈希链没有断`),
  chainBroken: (at: number, reason: string): Row =>
    bad('审计日志', `第 ${at} 条对不上:${reason}`, '请保留数据库文件,用最近的备份核对'),

  backupElsewhere: (): Row => good('备份', 'PostgreSQL 的备份由 pg_dump 做,这里看不到'),
  backupNone: (): Row =>
    care('备份', '没有自动备份(backup.at)', '请设 backup.at,或自己定时运行 qunshao backup'),
  backupPlanned: (at: string, directory: string): Row => good('备份', `${at} 备份到 ${directory}`),
  backupMade: (file: string): Row => good('备份', `最近一份 ${file}`),
  /** `last` null: there is none. */
  backupLate: (last: string | null, directory: string): Row =>
    care(
      '备份',
      last === null ? `${directory} 里还没有备份` : `最近一份是 ${last}`,
      '请看日志里的 backup failed,或马上运行 qunshao backup;机器人停着时不会备份',
    ),

  lexicons: (rules: number): Row => good('词库和名称表', `${rules} 条规则可用`),
  lexiconFault: (warning: string): Row =>
    bad('词库和名称表', warning, '请重新安装,或用 qunshao lexicon lint 检查改过的文件'),
  judges: (count: number): Row => good('判断模型', `${count} 个都能读`),
  judgesMissing: (absent: readonly string[], unreadable: readonly string[]): Row =>
    bad(
      '判断模型',
      [...absent.map((path) => `${path} 不在`), ...unreadable.map((path) => `${path} 读不了`)].join('、'),
      '现在只用词库判断;请重新安装,或用 qunshao train 重新训练',
    ),
  holidays: (year: number): Row => good('节假日', `有 ${year} 年的`),
  holidaysNone: (year: number): Row =>
    bad('节假日', `没有 ${year} 年的节假日表,只按周末算`, holidayFile(year)),
  holidaysSoon: (year: number): Row =>
    care('节假日', `还没有 ${year} 年的节假日表,元旦起只按周末算`, holidayFile(year)),
  picture: (): Row => good('周报图片', '字体和绘图库都在'),
  pictureWithoutFont: (font: string): Row =>
    bad('周报图片', `没有字体 ${font},图上的汉字会是空白`, '请重新安装 qunshao'),
  pictureFailed: (): Row => bad('周报图片', '绘图库 sharp 用不了', '请在这台机器上重新运行 npm ci'),
} as const;
