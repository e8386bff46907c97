/** Values that are right one by one and wrong together. `path` leads from the object that was checked. */
export interface Misfit {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

interface Steps {
  readonly warn: number;
  readonly final: number;
  readonly remove: number;
}

/** Steps must not go down from warning to removal; equal steps leave the gentler one out. */
export function ladderProblems(steps: Steps): readonly Misfit[] {
  const rising = '三个次数要从小到大:warn ≤ final ≤ remove';
  const misfit = (key: keyof Steps, before: keyof Steps): readonly Misfit[] =>
    steps[key] >= steps[before]
      ? []
      : [{ path: [key], message: `${key}(${steps[key]})小于 ${before}(${steps[before]});${rising}` }];
  return [...misfit('final', 'warn'), ...misfit('remove', 'final')];
}

interface Named {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

export function nameless({ id, name }: Named): readonly Misfit[] {
  return id === undefined && name === undefined
    ? [{ path: [], message: '这个群既没有 id 也没有 name:至少写一个' }]
    : [];
}

/** The same id, or the same name without an id, twice: only the first would ever count. */
export function doubledGroups(groups: readonly Named[]): readonly Misfit[] {
  return groups.flatMap((group, index): readonly Misfit[] => {
    const key = group.id === undefined ? 'name' : 'id';
    const same = (other: Named): boolean =>
      other.id === group.id && (key === 'id' || other.name === group.name);
    const first = groups.findIndex(same);
    if (first === index || group[key] === undefined) return [];
    return [{ path: [index, key], message: `和 groups[${first}] 的 ${key} 一样;每个群只写一次` }];
  });
}
