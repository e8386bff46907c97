/** What members wrote one after the other: `a:` and `b:` are two members. */
export type Talk = readonly (readonly [who: 'a' | 'b', text: string])[];

const talks = (text: string): readonly Talk[] =>
  text
    .trim()
    .split('\n')
    .map((line) =>
      line.split('/').map((piece) => {
        const [, who, said] = /^(b:)?(.*)$/u.exec(piece.trim()) ?? [];
        return [who === undefined ? 'a' : 'b', said ?? ''] as const;
      }),
    );

/** One offence in two messages. */
export const IN_TWO = talks(`
傻 / 逼东西
法轮大 / 法好
代开发 / 票,点数低
办假 / 证,两天拿到
操 / 你妈的
真人百家 / 乐开户,秒到账
专业讨 / 债,不成功不收费
刷单返 / 利,日结
裸 / 聊直播,来看
减肥茶,先尝后买 / 特价,加我微信jf12345
`);

/** One offence in three messages, or with another member's line in between. */
export const IN_THREE = talks(`
代开 / 发 / 票
法轮 / b:吃了吗 / 大法好
傻 / b:哈哈 / 逼东西
办假 / b:周末聚餐吗 / 证找我
看无 / b:收到 / 码视 / b:嗯 / 频加我
线上 / b:早 / 百家乐 / 开户
刷 / 单返 / 利
暴力 / b:几点开会 / 催收
减肥茶 / b:好的 / 特价 / b:谢谢 / 加我微信jf12345
你妈 / b:别吵 / 死了
`);

/** The same cuts in ordinary talk. */
export const ORDINARY_IN_TWO = talks(`
路口 / 交通已恢复
我先去开 / 发票报销
今天刷 / 单词了吗
我操 / 场跑步去了
大家周五 / 三点工会开会
注册 / 送资料
约 / 饭吗
法 / 轮到我发言了
贷 / 款下来了,买房了
你妈 / 叫你回家吃饭
`);

export const ORDINARY_IN_THREE = talks(`
周六 / 体育馆 / 篮球赛,带好水
代我 / b:好的 / 开会 / b:嗯 / 谢谢
发 / b:收到 / 票根给我
办 / b:几点 / 假 / 条找辅导员
大法 / b:讲得好 / 官来学校讲座
线上 / b:早 / 开会 / 户外活动取消
傻 / b:哈哈 / 笑了半天
我妈 / b:怎么了 / 死活不让我去
暴力 / b:什么课 / 美学这个词
减肥 / b:加油 / 茶叶蛋不吃了
`);
