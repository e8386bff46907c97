/** Wechaty's own error events that mean nothing: it takes a room's id for a contact's (wechaty#2410), or misses an inviter (#2755). */
const NOISE = [/no payload found for id/iu, /no (?:inviter|remover|changer) found for/iu];

export function isKnownNoise(error: unknown): boolean {
  const text = textOf(error);
  return NOISE.some((pattern) => pattern.test(text));
}

/** What looks like a token: by the prefix that puppet services need, or a UUID. */
const TOKEN = /(?:insecure|puppet)_[\w-]+|[0-9a-f]{8}-[0-9a-f-]{20,}/giu;

/** What a platform may repeat of people: quoted words, Chinese words, numbers as long as a telephone's, addresses with their keys. */
const OF_PEOPLE =
  /"[^"]*"|“[^”]*”|`[^`]*`|https?:\/\/\S+|\d{7,}[xX]?|(?:\p{Script=Han}[\p{Script=Han}\p{N}\p{P}]*)+/gu;

/**
 * An error's first line without what could be a token, a name or a message: platforms repeat them in full. `secrets` are
 * left out wherever they stand.
 */
export function faultText(error: unknown, secrets: readonly string[] = []): string {
  const text = error instanceof Error ? `${error.name}: ${textOf(error)}` : textOf(error);
  return secrets
    .reduce((left, secret) => left.replaceAll(secret, '[token]'), text)
    .replaceAll(TOKEN, '[token]')
    .replace(/\n[\s\S]*$/u, '')
    .slice(0, 2000)
    .replaceAll(OF_PEOPLE, '…')
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(0, 300);
}

/** The values in an environment that are secret by their names. Short ones are no secrets and occur in ordinary words. */
export function secretsOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    /TOKEN|SECRET|PASSWORD/u.test(name) && value !== undefined && value.length >= 8 ? [value] : [],
  );
}

/** The words of an error. Puppets pass errors on as plain objects: `gerror` is JSON with a message, `data` words. */
export function textOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error !== 'object' || error === null) return typeof error === 'string' ? error : typeof error;
  if ('gerror' in error) return messageIn(String(error.gerror));
  return 'data' in error ? String(error.data) : 'object';
}

function messageIn(json: string): string {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && 'message' in parsed
      ? String(parsed.message)
      : json;
  } catch {
    return json;
  }
}
