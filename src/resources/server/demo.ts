import type { TenantRole } from '#src/auth/identity.ts'
import type { TenantDb } from '#src/db/server/database.ts'
import type { AnyRecord } from '../procedure-path.ts'
import type { Row } from './record-delegate.ts'

/** Somebody of the team a demo tenant was made with. */
export type DemoPerson = { id: string; name: string; role: TenantRole }

/** What a builder of demo data works with: one tenant, in whose scope it runs. */
export type DemoContext = {
  /** for what records cannot do, such as moving the time of something that happened last week */
  db: TenantDb
  /** the moment the fortnight is built around */
  now: Date
  /** IANA zone of the tenant: appointments are at hours of its clock */
  timeZone: string
  /** ISO code, for prices */
  currency: string
  /** evenly between 0 and 1, the same numbers for the same seed; `Math.random` would make every demo another */
  random: () => number
  /**
   * Adds a record of the builder's own module, by all its rules and hooks, in the name of the owner.
   * @throws AppError as the API would answer: a builder that breaks a rule is mistaken
   */
  create: (resource: string, values: Row) => Promise<AnyRecord>
  /** Changes a record, by all its rules and hooks. @throws AppError as the API would answer */
  update: (resource: string, id: string, values: Row) => Promise<AnyRecord>
  /** the team: at least one person of each role, the owner first */
  people: readonly DemoPerson[]
}

/** Fills the tables of one module with a believable fortnight around `now`. */
export type DemoBuilder = (demo: DemoContext) => Promise<void>
