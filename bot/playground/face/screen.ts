import { styleText } from 'node:util';
import type { Instant } from '../../../src/core/model/instant.js';
import type { FeedLine } from '../puppet/feed.js';
import type { World } from '../puppet/world.js';
import { clockTime, dayName } from './day.js';
import { bodyOf, headOf, systemText } from './feed-text.js';
import { visible } from './visible.js';
import { wrap } from './width.js';

export type Tone = 'plain' | 'bot' | 'private' | 'system' | 'faint' | 'bad' | 'strong';

export interface Look {
  /** Columns as they are now; never more than 80 are used. */
  readonly width: () => number;
  readonly isColoured: boolean;
}

const STYLES: Readonly<Record<Tone, Parameters<typeof styleText>[0] | null>> = {
  plain: null,
  bot: ['bold', 'green'],
  private: 'magenta',
  system: 'cyan',
  faint: 'gray',
  bad: 'yellow',
  strong: 'bold',
};

const MOST = 80;
const LEAST = 30;
/** As wide as `09:30 `. */
const INDENT = 6;

/** Turns what people see into lines for a terminal. */
export class Screen {
  private readonly world: World;
  private readonly look: Look;
  private day = '';

  constructor(world: World, look: Look) {
    this.world = world;
    this.look = look;
  }

  /** A line of somebody's screen; with the day before it when a new one began. */
  feed(line: FeedLine): string {
    const system = `${clockTime(line.at)} ${systemText(this.world, line)}`;
    const body = line.fromId === null ? this.block(system, INDENT, 'system') : this.spoken(line);
    return this.newDay(line.at) + body;
  }

  /** The reason under what the bot did. */
  reason(text: string): string {
    return this.block(`      └ ${text}`, INDENT + 2, 'faint');
  }

  /** What happened without anybody's screen showing it. */
  note(text: string): string {
    return this.block(`      (${text})`, INDENT, 'faint');
  }

  tell(text: string, tone: Tone): string {
    return this.block(text, 0, tone);
  }

  /** What the clock says. */
  now(at: Instant): string {
    this.day = dayName(at);
    return this.block(`现在是 ${this.day} ${clockTime(at)}。`, 0, 'faint');
  }

  title(text: string): string {
    return this.painted(`── ${text} ──`, 'strong');
  }

  private spoken(line: FeedLine): string {
    const head = `${clockTime(line.at)} ${visible(headOf(this.world, line))}`;
    const [first = '', ...more] = this.wrapped(`${head}:${visible(bodyOf(this.world, line))}`, INDENT);
    const isWhole = first.startsWith(head);
    const shown = isWhole ? this.painted(head, toneOf(this.world, line)) + first.slice(head.length) : first;
    return [shown, ...more].join('\n');
  }

  private newDay(at: Instant): string {
    const name = dayName(at);
    const isNew = this.day !== '' && this.day !== name;
    this.day = name;
    return isNew ? `${this.painted(`── ${name} ──`, 'faint')}\n` : '';
  }

  private block(text: string, indent: number, tone: Tone): string {
    return this.wrapped(visible(text), indent)
      .map((line) => this.painted(line, tone))
      .join('\n');
  }

  private wrapped(text: string, indent: number): readonly string[] {
    return wrap(text, { width: Math.max(LEAST, Math.min(this.look.width(), MOST)), indent });
  }

  private painted(text: string, tone: Tone): string {
    const style = STYLES[tone];
    return this.look.isColoured && style !== null && text !== '' ? styleText(style, text) : text;
  }
}

function toneOf(world: World, line: FeedLine): Tone {
  if (line.fromId === world.botId) return 'bot';
  return line.roomId === null ? 'private' : 'strong';
}
