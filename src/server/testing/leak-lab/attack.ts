import { channels, type Channel } from './build-request.ts'
import type { LabProcedure } from './procedures.ts'
import type { LabTenant } from './lab-tenant.ts'
import type { LabAnswer } from './send.ts'

type Ended = Pick<LabAnswer, 'code'>

/** One call of an attack, apart from the channel it takes. */
export type Move = {
  host: string | null
  headers: Readonly<Record<string, string>>
  input: unknown
}

/** A way to reach for what is not one's own, tried on every procedure. */
export type Attack = {
  name: string
  /** whose data must be neither seen nor changed */
  protects: readonly LabTenant[]
  /** calls to make; asked for on each channel, as a call may use its credentials up */
  movesOn: (procedure: LabProcedure, channel: Channel) => readonly Move[] | Promise<readonly Move[]>
  /** procedures that show tenants to whoever makes this attack, as they should; what lets somebody in they hide */
  maySee?: (procedure: LabProcedure) => boolean
  /** whether this is how such a call should end; its code is `OK` or that of an error */
  expects: (procedure: LabProcedure, answer: Pick<LabAnswer, 'code' | 'body'>, move: Move) => boolean
}

/** A procedure on one of its channels. */
export type Call = { procedure: LabProcedure; channel: Channel }

/**
 * Every second of many variants on the one channel, the others on the other: all are tried, in half the time. What has
 * one channel alone takes all of them there.
 */
export function takeTurns<T>(variants: readonly T[], { procedure, channel }: Call, first = 0): T[] {
  if (!procedure.rest) return [...variants]
  return variants.filter((_, index) => (index + first) % channels.length === channels.indexOf(channel))
}

/**
 * One of many variants on one of the channels, another one for each procedure: for calls that are refused before anybody
 * looks at where they differ. Every procedure is called once, and every variant is tried on both channels. What takes calls
 * of people who have not signed in gets all variants.
 * @param turn a number that goes up by one from procedure to procedure
 */
export function takeOneUnlessOpen<T>(variants: readonly T[], call: Call, turn: number): T[] {
  const { procedure, channel } = call
  const kind = procedure.access?.kind
  if (kind === 'public' || kind === 'watch-token') return takeTurns(variants, call, turn)
  if (procedure.rest && turn % channels.length !== channels.indexOf(channel)) return []
  const chosen = Math.floor(turn / channels.length) % variants.length
  return variants.filter((_, index) => index === chosen)
}

/** Codes with which the product says that somebody may not do something. */
const refusals = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'TENANT_MISMATCH'])

export function isRefusal(code: string): boolean {
  return refusals.has(code)
}

/** What somebody meets who is nobody to the product. */
export function expectsNobody({ access }: LabProcedure, { code }: Ended): boolean {
  switch (access?.kind) {
    case 'public':
      return true
    case 'watch-token':
      return code === 'NOT_FOUND'
    default:
      return code === 'UNAUTHENTICATED'
  }
}

/** What a signed-in person meets on the host of a workspace that is not theirs. */
export function expectsStranger({ access }: LabProcedure, { code }: Ended): boolean {
  switch (access?.kind) {
    case 'public':
      return true
    case 'watch-token':
      return code === 'NOT_FOUND'
    default:
      return code === 'TENANT_MISMATCH'
  }
}

/** What somebody meets who asks for records of others: an empty list at best. */
export function expectsNothing({ access, type }: LabProcedure, { code }: Ended): boolean {
  return access?.kind === 'public' || type === 'query' || code !== 'OK'
}
