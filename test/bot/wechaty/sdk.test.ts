import { expect, it } from 'vitest';
import { forkPuppet, loadSdk } from '../../../bot/wechaty/sdk.js';

it.each([
  { name: 'none', puppet: undefined, want: '@juzi/wechaty-puppet-service' },
  {
    name: 'the service of plain Wechaty',
    puppet: 'wechaty-puppet-service',
    want: '@juzi/wechaty-puppet-service',
  },
  { name: 'any other stays', puppet: 'wechaty-puppet-padlocal', want: 'wechaty-puppet-padlocal' },
])('the puppet of the fork: $name', ({ puppet, want }) => {
  expect(forkPuppet(puppet)).toBe(want);
});

it('without the fork plain Wechaty is loaded', async () => {
  expect((await loadSdk()).name).toBe('wechaty');
});
