import { type Consequences, createConsequences, type FaceParts } from './consequences.js';
import { helpText, membersText } from './help.js';
import { BadLine, type Order } from './order.js';
import { parseLine } from './parse.js';

/** Does what is typed. */
export class Face {
  private readonly parts: FaceParts;
  private readonly consequences: Consequences;
  private chosen: string | null = null;

  constructor(parts: FaceParts) {
    this.parts = parts;
    this.consequences = createConsequences(parts);
  }

  /** Who speaks a line without a name; null: nobody was chosen. */
  get speaker(): string | null {
    return this.chosen;
  }

  /** Does one line. @returns whether to go on. @throws BadLine */
  async obey(line: string): Promise<boolean> {
    const { people, reasons } = this.parts;
    const text = withNumber(line, reasons.lastCase);
    const order = parseLine(text, { speaker: this.chosen, isPerson: (name) => people.find(name) !== null });
    await this.carryOut(order);
    return order.kind !== 'quit';
  }

  private async carryOut(order: Order): Promise<void> {
    const { people, print, screen, stage, audience } = this.parts;
    switch (order.kind) {
      case 'nothing':
      case 'quit':
        return;
      case 'help':
        return print(helpText(screen));
      case 'members':
        return print(membersText(stage.world, screen));
      case 'time':
        return this.consequences.pass(order.span);
      case 'view':
        return audience.watch(order.who === null ? null : people.actor(order.who));
      case 'speaker':
        return this.choose(order.who);
      case 'say':
      case 'send':
      case 'recall':
      case 'topic':
      case 'rights':
      case 'befriend':
      case 'invite':
      case 'join':
      case 'leave':
      case 'kick':
      case 'card':
        return this.consequences.of(order);
    }
  }

  private choose(who: string | null): void {
    const { people, print, screen } = this.parts;
    this.chosen = who === null ? null : people.nameOf(people.actor(who));
    const text =
      this.chosen === null ? '好的,不再替谁说话。' : `好的,您现在是 ${this.chosen},直接打字就是在群里说。`;
    print(screen.tell(text, 'faint'));
  }
}

/** `{编号}`: scripts cannot know which number a case gets. */
function withNumber(line: string, last: number | null): string {
  if (!line.includes('{编号}')) return line;
  if (last === null) throw new BadLine('还没有案件,{编号} 没有着落。');
  return line.replaceAll('{编号}', String(last));
}
