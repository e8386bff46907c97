import * as PUPPET from 'wechaty-puppet';
import { ActingPuppet } from './acting.js';
import type { Happening } from './happening.js';
import type { World } from './world.js';

const { Dirty } = PUPPET.types;

/** `served`: behind a PuppetServer, where the client keeps payloads of its own and resets itself without heartbeats. */
export type PuppetReach =
  { readonly kind: 'in-process' } | { readonly kind: 'served'; readonly heartbeatMs: number };

/**
 * A Wechaty puppet on an in-memory world: `WechatyBuilder.build({ puppet: new PuppetPlayground(world) })`.
 * While it runs, the bot hears what happens in its rooms and private chats, its own messages included.
 * What happens while it does not run is lost to it, as on the real platform.
 */
export class PuppetPlayground extends ActingPuppet {
  private readonly reach: PuppetReach;
  private readonly atStop: (() => void)[] = [];
  private readonly heldBack: (() => void)[] = [];
  /** What the platform shows to be scanned; null while the account is not logged out. */
  private code: string | null = null;

  constructor(world: World, reach: PuppetReach = { kind: 'in-process' }) {
    super(world);
    this.reach = reach;
  }

  override name(): string {
    return 'playground';
  }

  override ding(data?: string): void {
    setImmediate(() => this.emit('dong', { data: data ?? '' }));
  }

  /** Login waits for `start()` to settle: Wechaty takes a login during the start for one before it. */
  override async onStart(): Promise<void> {
    this.atStop.push(this.world.state.subscribe((happening) => this.hear(happening)));
    const entering = setImmediate(() => (this.code === null ? this.enter() : this.askForScan(this.code)));
    this.atStop.push(() => clearImmediate(entering));
    if (this.reach.kind === 'served') this.beat(this.reach.heartbeatMs);
  }

  override async onStop(): Promise<void> {
    for (const undo of this.atStop.splice(0)) undo();
    this.heldBack.length = 0;
  }

  /** As when somebody logs the account out on the phone; it stays so over a restart of the client, until `logIn`. */
  async logOut(): Promise<void> {
    this.code ??= '';
    await this.logout('logged out on the phone');
  }

  /** The code that is to be scanned, once logged out. */
  showCode(qrcode: string): void {
    this.code = qrcode;
    this.askForScan(qrcode);
  }

  logIn(): void {
    this.code = null;
    this.enter();
  }

  private enter(): void {
    if (this.isLoggedIn) return;
    this.login(this.world.botId);
    this.emit('ready', { data: 'playground' });
  }

  private askForScan(qrcode: string): void {
    if (qrcode !== '') this.emit('scan', { qrcode, status: PUPPET.types.ScanStatus.Waiting });
  }

  /** The base class announces the room's id as if it were a contact's, which Wechaty reports as an error (wechaty#2410). */
  override async roomMemberPayloadDirty(roomId: string): Promise<void> {
    this.staleCards.delete(roomId);
    this.cache.roomMember.delete(roomId);
  }

  /** How a client beyond gRPC asks for fresh payloads. */
  override dirtyPayload(type: PUPPET.types.Dirty, id: string): void {
    if (type === Dirty.RoomMember) this.staleCards.delete(id);
    super.dirtyPayload(type, id);
  }

  private beat(everyMs: number): void {
    const timer = setInterval(() => this.emit('heartbeat', { data: 'playground' }), everyMs);
    timer.unref();
    this.atStop.push(() => clearInterval(timer));
  }

  private hear(happening: Happening): void {
    switch (happening.kind) {
      case 'message':
        return this.hearMessage(happening.message.id, happening.message.conversationId);
      case 'recall':
        return this.hearMessage(happening.notice.id, happening.notice.conversationId);
      case 'join':
        return this.hearJoin(happening);
      case 'leave':
        return this.hearLeave(happening);
      case 'card':
        return this.hearCard(happening);
      case 'topic':
        return this.hearTopic(happening);
      case 'roles':
        return this.soil(Dirty.Room, happening.roomId);
      case 'person':
        return this.soil(Dirty.Contact, happening.personId);
      case 'invitation': {
        const roomInvitationId = happening.invitation.id;
        return this.deliver('room-invite', () => this.emit('room-invite', { roomInvitationId }));
      }
      case 'friend-request':
        this.soil(Dirty.Contact, happening.request.fromId);
        return this.hearFriendship(happening.request.id);
      case 'friend':
        this.soil(Dirty.Contact, happening.request.fromId);
        return this.hearFriendship(happening.confirmationId);
      case 'announcement':
        return this.soil(Dirty.Room, happening.roomId);
    }
  }

  private hearMessage(messageId: string, conversationId: string): void {
    const room = this.world.state.rooms.get(conversationId);
    if (room !== undefined && !room.seats.has(this.world.botId)) return;
    const emit = () => this.emit('message', { messageId });
    if (this.faults.takesDrop('message')) return;
    const emits = this.faults.takesDuplicate() ? [emit, emit] : [emit];
    for (const one of this.reordered(emits)) setImmediate(() => this.whileLoggedIn(one));
  }

  private reordered(emits: readonly (() => void)[]): (() => void)[] {
    const turn = this.faults.takeReorder();
    if (turn === null) return [...emits];
    this.heldBack.push(...emits);
    return turn === 'hold' ? [] : this.heldBack.splice(0).reverse();
  }

  private hearJoin({ roomId, memberId, inviterId, at }: Extract<Happening, { kind: 'join' }>): void {
    if (!this.isIn(roomId)) return;
    this.soil(Dirty.Room, roomId);
    const payload = { roomId, inviteeIdList: [memberId], inviterId: inviterId ?? '', timestamp: at };
    this.deliver('room-join', () => this.emit('room-join', payload));
  }

  private hearLeave({ roomId, memberId, byId, at }: Extract<Happening, { kind: 'leave' }>): void {
    if (!this.isIn(roomId) && memberId !== this.world.botId) return;
    this.soil(Dirty.Room, roomId);
    const payload = { roomId, removeeIdList: [memberId], removerId: byId, timestamp: at };
    this.deliver('room-leave', () => this.emit('room-leave', payload));
  }

  /** Members' payloads are kept only by a client beyond gRPC; in one process the news would cost an error (wechaty#2410). */
  private hearCard({ roomId, memberId, before }: Extract<Happening, { kind: 'card' }>): void {
    if (!this.isIn(roomId)) return;
    if (!this.faults.cardsAreStale) {
      if (this.reach.kind === 'served') this.soil(Dirty.RoomMember, roomId);
      this.soil(Dirty.Room, roomId);
      return;
    }
    const cards = this.staleCards.get(roomId) ?? new Map<string, string>();
    if (!cards.has(memberId)) cards.set(memberId, before);
    this.staleCards.set(roomId, cards);
  }

  private hearTopic({ roomId, byId, before, after, at }: Extract<Happening, { kind: 'topic' }>): void {
    if (!this.isIn(roomId)) return;
    this.soil(Dirty.Room, roomId);
    const payload = { roomId, changerId: byId, oldTopic: before, newTopic: after, timestamp: at };
    this.deliver('room-topic', () => this.emit('room-topic', payload));
  }

  private hearFriendship(friendshipId: string): void {
    this.deliver('friendship', () => this.emit('friendship', { friendshipId }));
  }

  private isIn(roomId: string): boolean {
    return this.world.state.room(roomId).seats.has(this.world.botId);
  }

  private soil(payloadType: PUPPET.types.Dirty, payloadId: string): void {
    this.deliver('dirty', () => this.emit('dirty', { payloadType, payloadId }));
  }

  /** One turn later, so that a call's own answer reaches Wechaty before the events that it caused. */
  private deliver(event: string, emit: () => void): void {
    if (this.faults.takesDrop(event)) return;
    setImmediate(() => this.whileLoggedIn(emit));
  }

  private whileLoggedIn(emit: () => void): void {
    if (this.isLoggedIn) emit();
  }
}
