import { expect, it } from 'vitest';
import { faultText, isKnownNoise, secretsOf } from '../../../bot/wechaty/fault.js';

it.each([
  { name: 'nothing', error: undefined, want: 'undefined' },
  { name: 'an empty text', error: '', want: '' },
  { name: 'an error', error: new TypeError('broken'), want: 'TypeError: broken' },
  { name: 'only its first line', error: new Error('one\ntwo'), want: 'Error: one' },
  {
    name: 'a token with its prefix',
    error: new Error('Invalid Wechaty TOKEN "insecure_0a1b-2c"'),
    want: 'Error: Invalid Wechaty TOKEN …',
  },
  { name: 'a token of a service', error: 'puppet_workpro_00ff', want: '[token]' },
  { name: 'a bare UUID', error: 'token 0f0e0d0c-0000-4000-8000-000000000000!', want: 'token [token]!' },
  { name: 'a secret of any shape', error: new Error('using s3cr3t-value'), want: 'Error: using [token]' },
  {
    name: 'the plain object that a gateway passes on',
    error: { data: 'lost insecure_x' },
    want: 'lost [token]',
  },
  {
    name: 'the JSON that a puppet passes on',
    error: { gerror: '{"message":"14 UNAVAILABLE"}' },
    want: '14 UNAVAILABLE',
  },
  { name: 'what should be JSON and is not', error: { gerror: 'broken {' }, want: 'broken {' },
  {
    name: 'words of a message, a name, a telephone number, an identity number',
    error: new Error('14 UNAVAILABLE: cannot send "加我" to 王建国-北京 13912345678 42010619900101123X'),
    want: 'Error: 14 UNAVAILABLE: cannot send … to … … …',
  },
  {
    name: 'an address with its key',
    error: 'fetch https://a.example/send?key=1 failed',
    want: 'fetch … failed',
  },
  { name: 'an object that says nothing', error: {}, want: 'object' },
])('the text of a fault: $name', ({ error, want }) => {
  expect(faultText(error, ['s3cr3t-value'])).toBe(want);
});

it('is cut at 300 characters', () => {
  expect(faultText('x'.repeat(1000))).toHaveLength(300);
});

it.each([
  { name: 'nothing', error: '', noise: false },
  {
    name: "a room's id taken for a contact's",
    error: new Error('no payload found for id 1@chatroom'),
    noise: true,
  },
  { name: 'a join without an inviter', error: new Error('no inviter found for id: '), noise: true },
  { name: 'a leave without a remover', error: new Error('no remover found for id: '), noise: true },
  { name: 'a broken line', error: new Error('14 UNAVAILABLE: Connection dropped'), noise: false },
])('known noise: $name', ({ error, noise }) => {
  expect(isKnownNoise(error)).toBe(noise);
});

it.each([
  { name: 'an empty environment', env: {}, want: [] },
  {
    name: 'by name',
    env: { WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_1', DB_PASSWORD: 'longenough', HOME: '/home/somebody' },
    want: ['insecure_1', 'longenough'],
  },
  {
    name: 'an unset or short one is none',
    env: { A_TOKEN: undefined, B_TOKEN: '', C_TOKEN: 'abc' },
    want: [],
  },
])('secrets: $name', ({ env, want }) => {
  expect(secretsOf(env)).toEqual(want);
});
