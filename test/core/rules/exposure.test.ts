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
