/** Why somebody is asked to write less, or differently. */
export type FloodReason = 'burst' | 'repeat' | 'mentions' | 'system-line' | 'crash';

/** What is off-topic in a group for work. */
export type OffTopicWhat = 'links' | 'articles' | 'images' | 'chatter';

/** What the bot says of conduct over time. */
export type ConductTelling =
  | { readonly kind: 'slow-down'; readonly reason: FloodReason; readonly caseId: number }
  /** `hours`: `22:30-07:30`. */
  | { readonly kind: 'rest-hours'; readonly hours: string; readonly caseId: number }
  | { readonly kind: 'off-work'; readonly hours: string; readonly caseId: number }
  | { readonly kind: 'work-only'; readonly what: OffTopicWhat; readonly caseId: number };
