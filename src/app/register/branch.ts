import { type Fit, fitOf } from '../../core/group-name/branch.js';
import { isInForce, type Standing } from '../../core/model/register.js';
import type { RegisterForm } from '../../ports/register.js';
import type { Deps } from '../deps.js';

export interface Branch {
  readonly groupId: string;
  readonly name: string;
  readonly standing: Standing;
  readonly fit: Fit;
}

/** The place that a registered group stands for: as its form says, else as its name. Null: none. */
export function placeOf(deps: Deps, form: RegisterForm): string | null {
  return form.place ?? deps.groupName(form.name).fields.place ?? null;
}

/** The groups in force for a place, the closest first (clause 1.11, `/找群`). `known` false: nobody knows such a place. */
export async function branchesFor(
  deps: Deps,
  place: string,
): Promise<{ readonly known: boolean; readonly branches: readonly Branch[] }> {
  const forms = (await deps.store.forms()).filter((form) => isInForce(form.standing));
  const branches = forms.flatMap((form): readonly Branch[] => {
    const own = placeOf(deps, form);
    const fit = own === null ? null : fitOf(own, place, deps.places);
    return fit === null ? [] : [{ groupId: form.groupId, name: form.name, standing: form.standing, fit }];
  });
  const exact = branches.filter(({ fit }) => fit === 'place');
  return { known: deps.places.plain(place) !== null, branches: exact.length > 0 ? exact : branches };
}
