import type { TenantRole } from '#src/auth/identity.ts'

/** What each role is called, and what it is for, to people who choose one. */
export const roleTexts: Record<TenantRole, { title: string; purpose: string }> = {
  owner: { title: 'Owner', purpose: 'Everything, other owners included.' },
  admin: { title: 'Admin', purpose: 'Everything but owners: people, settings, audit log and all records.' },
  manager: { title: 'Manager', purpose: 'All records: sets up what the business offers, and deletes.' },
  staff: { title: 'Staff', purpose: 'Adds and changes the records of every day.' },
  viewer: { title: 'Viewer', purpose: 'Sees the records and changes nothing.' },
  client: { title: 'Client', purpose: 'Somebody the business works for: sees what is theirs alone.' },
}
