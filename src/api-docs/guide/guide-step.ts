/** One thing to try: what it is for, the command that does it, and what it answers. */
export type GuideStep = {
  /** anchor on the page */
  id: string
  title: string
  /** paragraphs; `code` and [links](/docs) may stand in them */
  prose: readonly string[]
  /** for a shell, in one piece; reads variables that earlier steps kept */
  command?: string
  /** what the last call of the command answers; `body` is the part worth looking at */
  expect?: { status: number; body?: object; headers?: Readonly<Record<string, string>> }
  /** variables to keep for later steps, by the field of the answer they come from */
  keep?: Readonly<Record<string, string>>
  /** worth repeating until the answer is as expected */
  repeat?: true
}

export type GuideSection = { id: string; title: string; steps: readonly GuideStep[] }
