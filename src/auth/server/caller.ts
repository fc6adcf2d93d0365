/** Where a request comes from, as far as it is recorded with sessions and in the audit log. */
export type Caller = { ip: string | null; userAgent: string | null; requestId: string | null }
