import { dailyRecords, type ResourcePermissions } from '#src/auth/permissions.ts'

/** Records that procedures of the module write, each in its own way, and that nobody changes afterwards. */
export const readOnlyRecords: ResourcePermissions = { ...dailyRecords, create: [], update: [], delete: [] }
