/** The screens of an open journal; "passphrase" and "recovery" change its keys. */
export const inside = [
  'journal',
  'timeline',
  'recall',
  'closing',
  'review',
  'preview',
  'learning',
  'lanes',
  'releases',
  'sheet',
  'settings',
  'passphrase',
  'recovery',
] as const
export type Inside = (typeof inside)[number]

/**
 * The screens. "locked" is the writing field in front of a sealed journal, "first" where a passphrase is made,
 * "forgotten" where none is remembered, "nokey" a journal whose key is not on this computer, "erased" where there was one,
 * "damaged" one that does not open, "remains" what can be read of that, "restore" where one is made again of a backup.
 */
export type Screen =
  | 'starting'
  | 'unlock'
  | 'first'
  | 'locked'
  | 'forgotten'
  | 'nokey'
  | 'erased'
  | 'damaged'
  | 'remains'
  | 'restore'
  | Inside

/** What lies over a screen. */
export type Layer = 'palette' | 'help' | undefined
