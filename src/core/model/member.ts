/** A member of a group. `card` is the group nickname, empty where none is set. Authority never rests on either name. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly card: string;
}

/** The name that the group sees: the card, or the contact's name where there is no card. */
export function shownName(member: Member): string {
  return member.card.trim() === '' ? member.name : member.card;
}
