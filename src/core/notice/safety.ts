const WARNS =
  /预警|台风|暴雨|寒潮|高温|地震|火灾|山洪|疏散|撤离|防汛|消防|燃气泄漏|派出所|警方|公安|交警|反诈|防诈|谨防|诈骗|应急管理|疾控|传染病|流感|疫情|溺水|交通管制|中毒|走失|安全(?:提醒|提示|预警)|(?<!\d)1(?:10|19|20|22)(?!\d)/u;
/** Who asks for money, a link or an account is no rescuer, whatever he calls himself. 不转账, 勿点击 ask for the contrary. */
const ASKS =
  /https?:|www\.|(?<![不勿别莫])(?:转账?|汇款?|缴|打款)(?:至|到|入)|(?:账户|卡号|账号)[:：为]?\s{0,4}\d|请(?![^。！!，,]{0,14}[不勿别])[^。！!？?]{0,24}(?:点击|扫码|扫描|登[录陆]|下载|转账|缴纳|缴费|付款|添加|提供)|(?:填写|登记|提供)[^。，,]{0,10}(?:银行卡|身份证|验证码)|收款码/u;

/**
 * A warning of danger (weather, fire, fraud, health), as police and offices give it and members rightly pass on.
 * Such a text is never called false before the group, whoever posts it (clause 4.1).
 */
export function isSafetyWarning(text: string): boolean {
  return WARNS.test(text) && !ASKS.test(text);
}
