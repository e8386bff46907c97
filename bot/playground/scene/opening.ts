/** The first ten seconds, in the language of the prompt. `{编号}` stands for the case last put before somebody. */
export const OPENING: readonly string[] = [
  '张伟: 各位校友早上好,周末有人一起爬香山吗?',
  '李雷: 各位校友,我家新店开张,代购化妆品、奶粉,一件代发,加V:bjdg88',
  '李雷: 代购奶粉、化妆品,支持一件代发,加微信 bjdg88',
  '李雷: 校友价代购奶粉,加微信 bjdg88,先到先得',
  '王建国 私聊: /确认 {编号}',
  '加入 小王 由 李敏',
  '改名 小王 北京化学97级王晓明',
  '改名 小王 王晓明-北京-化学97级',
  '吴磊: 【通知】武汉轻工大学校友总会定于本周六举办校庆筹备会,请各位校友于周五前将活动费300元转账至群内收款码,逾期不候。校友总会秘书处',
];
