import type { Instant } from '../../core/model/instant.js';
import { isInForce, type Standing } from '../../core/model/register.js';
import type { RegisterForm, RegisterRecords } from '../../ports/register.js';

/** What the register says of a group: for `/核验 群名`. */
export interface GroupStanding {
  readonly name: string;
  readonly standing: Standing;
  readonly since: Instant;
  readonly approval: string | null;
}

/** Looks a group up by its name, whatever its width and spaces; null: it is not in the register. */
export async function groupStanding(
  records: Pick<RegisterRecords, 'forms'>,
  name: string,
): Promise<GroupStanding | null> {
  const wanted = plainName(name);
  const found =
    wanted === '' ? undefined : (await records.forms()).find((form) => plainName(form.name) === wanted);
  return found === undefined ? null : standingOf(found);
}

function standingOf({ name, standing, standingAt, approval }: RegisterForm): GroupStanding {
  return { name, standing, since: standingAt, approval };
}

/** Names of the groups that may go by the organisation's name, as `plainName` writes them. */
export async function registeredNames(records: Pick<RegisterRecords, 'forms'>): Promise<ReadonlySet<string>> {
  const forms = await records.forms();
  return new Set(forms.filter((form) => isInForce(form.standing)).map((form) => plainName(form.name)));
}

/** A name as it is compared: one width, no blanks or quotation marks. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(/[\s\p{Cf}“”"「」『』《》【】[\]]/gu, '');
}
