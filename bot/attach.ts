import { join } from 'node:path';
import { isQuiet, type WeekTotals } from '../src/core/digest/totals.js';
import { digestSvg } from '../src/core/wording/digest-picture.js';
import { localDay } from '../src/core/policy/daytime.js';
import type { Action } from '../src/core/model/action.js';
import { createRasteriser, type Rasterise } from '../src/render/png.js';
import type { Attach, Attachment, Store } from '../src/ports.js';
import { exportFile } from './export-file.js';
import { packageRoot } from './root.js';

/** Where the font of the pictures lies. */
export function fontFolder(): string {
  return join(packageRoot(), 'src', 'render', 'font');
}

/** What goes with an action: the picture of a week that has something to show. */
export function createAttach(store: Store, rasterise: Rasterise = createRasteriser(fontFolder())): Attach {
  return (action) => {
    const week = weekOf(action);
    if (week !== null) return isQuiet(week) ? [] : [pictureOf(week, rasterise)];
    return action.kind === 'reply' && action.answer.kind === 'export'
      ? [exportFile(store, action.answer)]
      : [];
  };
}

function weekOf(action: Action): WeekTotals | null {
  if (action.kind === 'digest') return action.totals;
  return action.kind === 'reply' && action.answer.kind === 'digest' ? action.answer.totals : null;
}

function pictureOf(week: WeekTotals, rasterise: Rasterise): Attachment {
  const day = localDay(week.from, week.timezone);
  return { kind: 'image', name: `zhoubao-${day}.png`, read: () => rasterise(digestSvg(week)) };
}
