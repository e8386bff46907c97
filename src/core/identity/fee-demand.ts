/**
 * Whether a text asks for money: an amount together with a way to pay, or a payment code. One of them alone is ordinary talk
 * (今年会费100元吗).
 */
export function asksForMoney(text: string): boolean {
  if (!HINT.test(text)) return false;
  if (PAYMENT_CODE.test(text)) return true;
  if (/[??]\s*$|[吗么呢]\s*[??。]?$/u.test(text.trim())) return false;
  const hasAmount = AMOUNT.test(text);
  const hasWay = WAY.test(text);
  const hasFee = FEE.test(text);
  return (hasAmount && (hasWay || hasFee)) || (hasFee && hasWay);
}

/** 收到, 已交: what people answer one after another when somebody they trust collects money. */
export function soundsPaid(text: string): boolean {
  return PAID.test(text.trim().replace(/[\p{P}\p{S}\s]+$/u, ''));
}

/** Few messages hold any of these: the rest are let through at once. */
const HINT = /[¥¥元块圆码账帐费款转付缴捐]|rmb|wxp|alipay|62\d{14}/iu;
const AMOUNT =
  /(?:[¥¥]\s?\d|\d{2,6}(?:\.\d{1,2})?\s?(?:元|块|圆|rmb|RMB)|[一二两三四五六七八九十百千万]{1,5}(?:元|块钱|块)|每人\s?\d{2,5}|每位\s?\d{2,5})/u;
const WAY =
  /收款码|付款码|二维码|扫码|扫一扫|扫这个|转账|转帐|转给我|转我|打款|打给我|汇款|汇到|账号|帐号|卡号|支付宝|红包|微信支付|直接发我|私发给?我|私我|接龙并?付|付到|付给|交给我|交到/u;
const FEE =
  /班费|会费|学费|书本?费|教材费|资料费|材料费|校服费|餐费|伙食费|保险费|活动费|聚会费|聚餐费|报名费|考试费|培训费|住宿费|押金|定金|订金|保证金|手续费|工本费|捐款|捐助|善款|集资|垫付|缴费|交费|收费|交钱|收钱|费用/u;
const PAYMENT_CODE = /wxp:\/\/|qr\.alipay\.com|qrcode\.alipay|weixin:\/\/wxpay|(?<!\d)62\d{14,17}(?!\d)/iu;
const PAID =
  /^(?:收到|已收到|好的?收到|收到已|已交|已缴|已转|已付|已支付|已扫|已打|交了|缴了|转了|付了|扫了|转好了|交好了|付好了|已完成|交过了|转过去了|已汇)[\p{Script=Han}\d]{0,6}$/u;
