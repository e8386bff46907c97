import { WechatyBuilder, type Wechaty } from 'wechaty';
import type { GatewayProcess } from './gateway.js';
import { listen, listenRaw, type BotEvents } from './events.js';

export interface Client {
  readonly bot: Wechaty;
  readonly events: BotEvents;
}

/** A real Wechaty in this process, connected to the gateway and logged in. Payloads go to the gateway's temporary home. */
export async function startClient({ address, environment }: GatewayProcess): Promise<Client> {
  process.env['HOME'] = environment['HOME'];
  const { endpoint, token } = address;
  const options = { endpoint, token, tls: { disable: true } };
  const bot = WechatyBuilder.build({ puppet: 'wechaty-puppet-service', puppetOptions: options });
  const events = listen(bot);
  await bot.init();
  listenRaw(bot, events);
  await bot.start();
  await events.next('login');
  return { bot, events };
}
