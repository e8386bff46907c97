const SURNAMES =
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚肖温翁樊汤简祝曲褚柳殷骆庄穆艾倪齐庞颜梅盛童岳鲍尤聂焦柯佟裴席莫屈甘柴詹涂申季陶戚狄窦章葛鲁苗俞滕毕邬卞管向游阮凌耿翟蓝卓饶祁舒';

/** One surname of one character, as part of a regular expression. */
export const SURNAME = `[${SURNAMES}]`;
/** A full name of two to four characters. What looks like one may be a word: something must stand beside it. */
export const FULL_NAME = `(?:欧阳|司马|上官|诸葛|${SURNAME})\\p{Script=Han}{1,2}`;
