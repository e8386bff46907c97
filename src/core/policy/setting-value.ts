/** How the stored values of settings are read: null where one does not fit. */
export function oneOf<T extends string>(allowed: readonly T[], value: string): T | null {
  return allowed.find((each) => each === value) ?? null;
}

export function idsOf(value: string): readonly string[] {
  return value.split(/[\s,\uff0c\u3001]+/u).filter((id) => id !== '');
}

export function whole(value: string, most: number): number | null {
  const number = /^\d{1,6}$/u.test(value) ? Number(value) : 0;
  return number >= 1 && number <= most ? number : null;
}

export function instantOf(value: string): number | null {
  return /^\d{1,15}$/u.test(value) ? Number(value) : null;
}

export function yesOrNo(value: string): boolean | null {
  const answer = oneOf(['true', 'false'], value);
  return answer === null ? null : answer === 'true';
}
