/** What the thread is given: it owns `bytes`. */
export type PdfTask = { bytes: Uint8Array; maxPages: number; maxCharacters: number }

/** What became of it. */
export type PdfAnswer =
  | { kind: 'text'; text: string; pages: number; isWhole: boolean }
  /** a password is needed to open it */
  | { kind: 'locked' }
  | { kind: 'broken' }
  /** it took too long, or too much memory */
  | { kind: 'too much' }
