import { expect, it } from 'vitest';
import { isAnswerLost, reasonOf } from '../../../bot/wechaty/refusal.js';

it.each([
  { detail: '', reason: 'failed' },
  { detail: 'WorkproErrorCode: 20001, Feature temporarily unavailable', reason: 'cut-off' },
  { detail: '13 INTERNAL: WorkproErrorCode: 20001', reason: 'cut-off' },
  { detail: '操作过于频繁，请稍后再试', reason: 'cut-off' },
  { detail: 'no client: there is no line to the platform', reason: 'offline' },
  { detail: '14 UNAVAILABLE: No connection established', reason: 'offline' },
  { detail: '14 UNAVAILABLE: Connection dropped', reason: 'failed' },
  { detail: 'wechat bad request error', reason: 'no-right' },
  {
    detail: '13 INTERNAL: wechat bad request error: only the owner or an administrator can remove members',
    reason: 'no-right',
  },
  { detail: 'no permission', reason: 'no-right' },
  { detail: '无权操作', reason: 'no-right' },
  { detail: 'wechat bad request error: carol is not a friend', reason: 'no-right' },
  { detail: 'wechat bad request error: bob is not a member of alumni@chatroom', reason: 'gone' },
  { detail: 'contact not found', reason: 'gone' },
  { detail: 'Wechaty Puppet Unsupported API Error', reason: 'unsupported' },
  { detail: 'this.puppet.roomDel is not a function', reason: 'unsupported' },
  { detail: 'the platform said yes, but the member is still there', reason: 'failed' },
])('“$detail” is $reason', ({ detail, reason }) => {
  expect(reasonOf(detail)).toBe(reason);
});

it.each([
  { detail: '', lost: false },
  { detail: '13 INTERNAL: wechat bad request error', lost: false },
  { detail: '14 UNAVAILABLE: Connection dropped', lost: true },
  { detail: '1 CANCELLED: Call cancelled', lost: true },
  { detail: '13 INTERNAL: Received RST_STREAM with code 2', lost: true },
  { detail: '4 DEADLINE_EXCEEDED: Deadline exceeded', lost: true },
  { detail: 'the platform did not answer in time', lost: true },
  {
    detail: '14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED 127.0.0.1:1',
    lost: false,
  },
  { detail: 'REJECT no grpc manager', lost: false },
  { detail: '2 UNKNOWN: not logged in', lost: false },
])('“$detail”: whether the answer is lost: $lost', ({ detail, lost }) => {
  expect(isAnswerLost(detail)).toBe(lost);
});
