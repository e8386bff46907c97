export const PRESETS = ['alumni', 'work', 'teaching', 'plain'] as const;
export const MODES = ['observe', 'enforce'] as const;
export const REMOVALS = ['ask', 'auto', 'never'] as const;
export const STRIKE_SHARING = ['group', 'shared'] as const;

export type Preset = (typeof PRESETS)[number];
export type Mode = (typeof MODES)[number];
export type Removal = (typeof REMOVALS)[number];
export type StrikeSharing = (typeof STRIKE_SHARING)[number];

/** The card that a preset asks for where the file names none. */
export function presetTemplate(preset: Preset): string | null {
  switch (preset) {
    case 'alumni':
      return '{name}-{city}-{major}{year}';
    case 'work':
      return '{name}-{department}-{title}';
    case 'teaching':
      return '{name}-{class}';
    case 'plain':
      return null;
  }
}
