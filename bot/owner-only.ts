/** Whatever this process writes from now on (also Wechaty's memory of the login) only its own user may read. */
export function writeForOwnerOnly(): void {
  process.umask(0o077);
}
