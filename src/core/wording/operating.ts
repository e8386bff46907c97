import type { Listen } from '../policy/settings.js';

/** The address for health and metrics cannot be had. */
export function listenFailedText({ host, port }: Listen): string {
  return `健康检查和指标没有打开:${host}:${port} 用不了(多半被别的程序占着)。请换一个端口(operating.listen 或 QUNSHAO_LISTEN);不影响管群。`;
}
