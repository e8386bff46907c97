/** Ids that the web protocol hands out anew at each login (`@3f2a…`): what is noted against one is soon somebody else's. */
export function changesAtLogin(id: string): boolean {
  return id.startsWith('@') && !id.includes('@chatroom');
}
