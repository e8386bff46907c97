/**
 * Cuts Chinese text into words. `cut(text).join('') === text`, save that a lone surrogate may come back as U+FFFD
 * (same length), so running sums of the lengths are offsets into `text` (UTF-16 code units).
 */
export interface Segmenter {
  cut(text: string): readonly string[];
}
