import { FileBox } from 'file-box';
import type { PuppetInterface as Puppet } from 'wechaty-puppet/impls';
import type { Attachment, Log } from '../../src/ports.js';
import { within } from './queue.js';

/** Making and sending a file may take longer than a line. */
const FILE_MS = 60_000;

interface Post {
  readonly puppet: () => Puppet;
  readonly to: string;
  readonly log: Log;
}

/** Sends what goes with a line. A file that cannot be made or sent is logged, and the line goes without it. */
export async function sendFiles(
  { puppet, to, log }: Post,
  attachments: readonly Attachment[],
): Promise<void> {
  for (const { kind, name, read } of attachments) {
    try {
      const file = FileBox.fromBuffer(Buffer.from(await read()), name);
      await within(puppet().messageSendFile(to, file), FILE_MS);
    } catch (error) {
      log.warn({ attachment: kind, error: error instanceof Error ? error.name : 'unknown' }, 'file not sent');
    }
  }
}
