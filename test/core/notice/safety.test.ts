import { describe, expect, it } from 'vitest';
import { isSafetyWarning } from '../../../src/core/notice/safety.js';

describe('a warning of danger', () => {
  it.each([
    { text: '', want: false },
    { text: '【气象台】暴雨红色预警:预计未来3小时降雨量达100毫米,请市民减少外出。', want: true },
    { text: '派出所提醒:近期多发冒充客服诈骗,请大家不轻信、不转账,有疑问拨打110。', want: true },
    { text: '反诈中心提醒您:凡是让您下载APP转账的都是诈骗,请转告家人。', want: true },
    { text: '明天上午10点消防演练,听到警报后请按路线疏散到广场。', want: true },
    { text: '疾控中心提示:近期流感高发,请注意通风,及时就医。', want: true },
    { text: '公安局通知:您涉嫌洗钱,请将资金转到安全账户 6222000011112222。', want: false },
    { text: '公安局公告:请居民点击链接重新备案,逾期冻结账户。', want: false },
    { text: '反诈中心提醒:为防诈骗请扫码登记银行卡信息。', want: false },
    { text: '关于缴纳会费的通知:请于3月10日前缴费。', want: false },
  ])('“$text”: $want', ({ text, want }) => {
    expect(isSafetyWarning(text)).toBe(want);
  });
});
