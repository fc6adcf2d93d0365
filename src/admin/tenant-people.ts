import { listMembersInput } from '#src/tenancy/member.ts'
import { tenantAddress } from './tenant-details.ts'

/** The people of one tenant, as its own team page lists them. */
export const tenantPeopleInput = listMembersInput.unwrap().extend(tenantAddress.shape)
