/** What the readable page of an evidence bundle says around the facts. */
export const EVIDENCE_WORDS = {
  title: (caseId: number): string => `案件 ${caseId} 证据材料`,
  about: '由群哨按当时的记录生成,供组织核实或依法向有关部门提交。程序不会自动发送它。',
  care: '里面有原文和个人信息:只交给有权处理的人,用完请妥善保管或删除。',
  judged: '判定是程序按群规作出的,不是事实认定;疑似的须由人核实。',
  check:
    '同一个文件夹里的 manifest.json 记着每个文件的 SHA-256;用 qunshao evidence --verify 核对有没有改动。',
  sealed: '(涉密:文字从未保存,只有位置和摘要)',
  deleted: '(文字已按保存期限删去,只留位置)',
  none: '没有',
  broken: '生成时审计日志的哈希链已经断了,请先查明原因。',
  facts: '案件',
  findings: '依据',
  events: '经过',
  strikes: '记过',
  actions: '处置',
  audit: '审计日志中的相关条目',
} as const;

/** Heads of the tables, in the order of their columns. */
export const EVIDENCE_HEADS = {
  findings: ['规则', '类别', '把握', '条款', '原文', '位置'],
  events: ['时间', '经过', '谁', '理由'],
  strikes: ['时间', '到期', '撤销', '观察期'],
  actions: ['动作', '计划时间', '完成时间', '结果'],
  audit: ['序号', '时间(UTC)', '谁', '做了什么', '哈希'],
} as const;
