import { describe, expect, it } from 'vitest';
import { findExposure, mayExpose } from '../../../src/core/rules/exposure.js';

const terms = (text: string): readonly string[] =>
  mayExpose(text) ? findExposure(text).map((found) => found.term) : [];

describe('findExposure', () => {
  it.each([
    { name: 'an empty text', text: '', want: [] },
    { name: 'one’s own number', text: '我的电话13800138000', want: [] },
    { name: 'the contact of an event', text: '报名联系人王老师13900139000', want: [] },
    { name: 'a number of a friend on request', text: '张伟的电话是13900139000', want: [] },
    { name: 'a victim who asks what to do', text: '他一直打我电话13900139000骚扰，怎么办', want: [] },
    { name: 'a lost child', text: '孩子走失，他爸爸电话13900139000', want: [] },
    { name: 'one’s own report', text: '我的体检报告乙肝阳性，帮我看看', want: [] },
    { name: 'sums without names', text: '工资条：基本3500，高温补贴1200，金额4700，余额1100', want: [] },
    { name: 'donations', text: '收到捐款：何建国1000，许丽2000，冯伟3000', want: [] },
    { name: 'marks', text: '体检后测试：何建国98，许丽97，冯伟95', want: [] },
    { name: 'illnesses of one’s own', text: '我妈高血压，我爸糖尿病，体检都查出来了', want: [] },
    { name: 'contacts of an office', text: '张强13800138000，李娜13900139000，报名找我们', want: [] },
    { name: 'a parcel left over', text: '快递单上写的林晓薇13900139000，谁认识', want: [] },
    {
      name: 'people and their wages',
      text: '工资表：何建国9800，许丽6500，冯伟14200',
      want: ['收入', '收入', '收入'],
    },
    { name: 'people and their illnesses', text: '体检结果：张强转氨酶高，李娜怀孕', want: ['病情', '病情'] },
    {
      name: 'children and their homes',
      text: '离异统计：卢思远(随母)、叶晨(父服刑)',
      want: ['家庭情况', '家庭情况'],
    },
    {
      name: 'parents and their numbers',
      text: '陈一鸣爸爸13800138000在税务局，林可妈妈13900139000在医院',
      want: ['手机号', '手机号'],
    },
    { name: 'read off a car', text: '挪车牌上看到的，车主郑凯13900139000', want: ['手机号'] },
    {
      name: 'read off a parcel, with the home',
      text: '快递单上写的，收件人林晓薇，13900139000，朝阳路27号院4-501',
      want: ['手机号'],
    },
    { name: 'a passport shown', text: '护照给大家看看：E47209163 高丽娟 1985年生', want: ['护照号'] },
    { name: 'one’s own child on the way home', text: '我家孩子三年级5班，每天16点30他奶奶接', want: [] },
    { name: 'a trip of one’s own', text: '我的行程：G1024回武汉，住洲际1608房', want: [] },
    {
      name: 'somebody’s child on the way home',
      text: '邹老师儿子在二小三年级5班，每天16点30他姥姥在东门接',
      want: ['行踪'],
    },
    {
      name: 'where to lie in wait',
      text: '黄总行程：周五G1024回武汉，住洲际1608房，要堵他的记下来',
      want: ['行踪'],
    },
    {
      name: 'a list of names with numbers',
      text: '面试名单：1.秦露 13800138000 2.向阳 13900139000',
      want: ['手机号', '手机号'],
    },
    {
      name: 'a roll in full width',
      text: '名单：秦露１３８００１３８０００、向阳１３９００１３９０００',
      want: ['手机号', '手机号'],
    },
    { name: 'a real name behind an account', text: '支付宝13900139000实名叫闵浩然', want: ['手机号'] },
    { name: 'one’s own key', text: '我的教务密码是abc12345', want: [] },
    { name: 'who parks where at work', text: '物业：粤B7K35Q的车主请挪车', want: [] },
    { name: 'the boss’s number for an order', text: '老板电话13800138000，订餐打这个', want: [] },
    { name: 'a courier who is at the door', text: '快递到了，13800138000，住5号楼的下来拿', want: [] },
    {
      name: 'people set on a courier',
      text: '这个快递员投诉我，他叫谭文辉，13800138000，住万丰村',
      want: ['手机号'],
    },
    {
      name: 'a roll of pupils and parents',
      text: '学生名单：李思涵 父李伟 13800138000；王梓轩 母赵敏 13900139000',
      want: ['手机号', '手机号'],
    },
    {
      name: 'an address book with where they work',
      text: '校友通讯录：孙浩 深南大道某厅 13800138000 / 钱莉 招行 13900139000',
      want: ['手机号', '手机号'],
    },
    {
      name: 'wages by card',
      text: '工资卡：何伟 6228480170012345671；宋丽 6228480170098765418',
      want: ['银行卡号', '银行卡号'],
    },
    {
      name: 'a key of somebody else',
      text: '我室友的学号2021113042，教务密码zxy20030418',
      want: ['账号密码'],
    },
    { name: 'part of an ID number', text: '林俊杰的身份证后六位223418', want: ['账号密码'] },
    { name: 'a car and where it waits', text: '他媳妇的车粤B·7K35Q，天天停南门', want: ['车牌'] },
    { name: 'a number in formal numerals', text: '老赖蒋文斌，壹叁捌零捌零柒捌贰伍陆', want: ['手机号'] },
    { name: 'a pupil', text: '她叫何晓琳，13800138000，在长安二中读初二', want: ['手机号'] },
    {
      name: 'the head of a school at home',
      text: '校长家地址：玉林东路12号院4栋1单元9号，直接去',
      want: ['住址'],
    },
    { name: 'a counsellor’s notes', text: '心理咨询记录：林某雨，自残过两次', want: ['病情'] },
    { name: 'a talk about patients', text: '乙肝患者是不是不能献血？每天吃药的那种', want: [] },
    { name: 'what patients are', text: '艾滋病人是弱势群体，每天都要服药', want: [] },
    { name: 'one’s own lock', text: '我家门锁密码改成123456了', want: [] },
    { name: 'a sufferer pointed at', text: '那个艾滋病人叫马东升，天天去澡堂', want: ['病情'] },
    { name: 'a record of the hospital', text: '23床的病人是我同事，病历号0087341', want: ['个人记录'] },
    { name: 'the lock of somebody else', text: '邻居的门锁密码是750913，他出国了', want: ['账号密码'] },
    {
      name: 'people set on a buyer',
      text: '收件人何玉芬13800138000，八堡村44号，天天退货',
      want: ['手机号'],
    },
    { name: 'people set on a number', text: '李丽13900139000，大家都打她', want: ['手机号'] },
    { name: 'a number written out', text: '骗子叫何强，一三九零零一三九零零零', want: ['手机号'] },
    {
      name: 'a number in full width with spaces',
      text: '曝光他：１３９ ００１３ ９０００',
      want: ['手机号'],
    },
    { name: 'a number and a home', text: '赵敏，13900139000，住3栋2单元1402', want: ['手机号'] },
    { name: 'a home without a number', text: '查到了，发帖的是钟鸣，学苑小区9号楼602', want: ['住址'] },
    {
      name: 'someone’s way through the day',
      text: '他的行踪摸清了，17:30从家出来，在实验小学教书',
      want: ['行踪'],
    },
    { name: 'a passport', text: '陈医生的护照号E62817335', want: ['护照号'] },
    { name: 'a craftsman who cannot be reached', text: '王师傅13900139000，一直打不通', want: [] },
    { name: 'whom to ring in need', text: '张伟13900139000，有事给他打电话，水管坏了找他去', want: [] },
    { name: 'people told to go on ringing', text: '邓丽13900139000，不接电话就一直打', want: ['手机号'] },
    { name: 'an address as in a register', text: '孟老师家庭住址：芙蓉路56号', want: ['住址'] },
    { name: 'one’s own address on a form', text: '我的住址：芙蓉路56号，快递放门口', want: [] },
    { name: 'a record of nights in a hotel', text: '开房记录：5月3日412房，汪平和她', want: ['个人记录'] },
    { name: 'one’s own record', text: '打车记录：8月2日，报销用', want: [] },
    { name: 'a list of illnesses', text: '三班体检异常名单：程一诺 乙肝', want: ['病情'] },
    { name: 'someone’s illness', text: '体检报告出来了，刘主任有梅毒', want: ['病情'] },
  ])('$name', ({ text, want }) => {
    expect(terms(text)).toEqual(want);
    for (const { start, end, text: shown } of findExposure(text)) expect(text.slice(start, end)).toBe(shown);
  });
});

it('shows an address from street to door', () => {
  const text = '查到了，发帖的是钟鸣，芙蓉路56号院3栋803，就在家';
  expect(findExposure(text).map((found) => found.text)).toEqual(['路56号院3栋803']);
});
