/** The configuration cannot be used. The message is for people: one problem a line, the first in the file first. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
