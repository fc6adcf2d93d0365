import type { TenantTx } from '#src/db/server/database.ts'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import { queryIn, type Statement } from '#src/db/server/run-query.ts'
import { constraintOf, SQLSTATE, sqlstateOf } from '#src/db/server/sqlstate.ts'
import { AppError } from '#src/shared/errors/app-error.ts'
import { newId } from '#src/shared/ids.ts'
import { snakeCase } from '../naming.ts'
import { collectValues } from './sql-values.ts'

/**
 * Two tables that keep amounts: entries, which are only ever added, and one balance per account, which a trigger on
 * the entries keeps and a constraint holds at zero or above. What a migration writes for them is in docs/ledger.md.
 */
export type Ledger = {
  /** table of the entries; columns: the account, `amount`, `balance_after` */
  entries: string
  /** table of the balances; its check on the balance is named `<balances>_balance_check` */
  balances: string
  /** column of both that says whose amount it is */
  account: string
}

/** What an entry left behind. */
export type WrittenEntry = {
  id: string
  accountId: string
  /** of the account, behind this entry */
  balance: number
}

/** An amount that comes to an account, or leaves it where it is negative. */
export type LedgerEntry = {
  accountId: string
  /** never zero */
  amount: number
  /** further columns of the entry, by the names of their fields, each with its type in PostgreSQL */
  values?: Readonly<Record<string, { value: unknown; type: string }>>
}

/**
 * Adds an entry. Entries of one account wait for each other until the transaction ends, so a transaction that adds to
 * several accounts uses `appendEntries`.
 * @returns the entry's id and what the account has behind it
 * @throws AppError INSUFFICIENT_BALANCE when less would be left than nothing, LIMIT_REACHED when more than fits.
 *   The transaction cannot go on then
 */
export async function appendEntry(tx: TenantTx, ledger: Ledger, entry: LedgerEntry): Promise<WrittenEntry> {
  const [written] = await appendEntries(tx, ledger, [entry])
  if (!written) throw new Error(`An entry of ${ledger.entries} was written out of the caller's reach.`)
  return written
}

/**
 * Adds entries of several accounts by one statement, in an order that all callers share: two that meet on the same
 * accounts wait for each other, and not for ever.
 * @param entries at most a thousand, all with the same further columns
 * @returns what was written, by account
 * @throws AppError as `appendEntry` does; none is added then
 */
export async function appendEntries(
  tx: TenantTx,
  ledger: Ledger,
  entries: readonly LedgerEntry[],
): Promise<WrittenEntry[]> {
  if (entries.length === 0) return []
  try {
    return await queryIn(tx)<WrittenEntry>(insertStatement(ledger, entries.toSorted(byAccount)))
  } catch (error) {
    throw isBalanceViolation(error, ledger) ? balanceError(entries, error) : error
  }
}

function byAccount(left: LedgerEntry, right: LedgerEntry): number {
  if (left.accountId === right.accountId) return 0
  return left.accountId < right.accountId ? -1 : 1
}

function insertStatement({ entries, account }: Ledger, added: readonly LedgerEntry[]): Statement {
  const { values, bind } = collectValues()
  const further = Object.keys(added[0]?.values ?? {})
  const columns = ['id', 'tenant_id', account, 'amount', ...further.map(snakeCase)].map(quoteIdentifier)
  const rows = added.map((entry) => [
    bind(newId(), 'uuid'),
    "current_setting('app.tenant_id')::uuid",
    bind(entry.accountId, 'uuid'),
    bind(entry.amount, 'integer'),
    ...further.map((name) => {
      const given = entry.values?.[name]
      return bind(given?.value ?? null, given?.type ?? 'text')
    }),
  ])
  const text = `insert into ${quoteIdentifier(entries)} (${columns.join(', ')})
    values ${rows.map((row) => `(${row.join(', ')})`).join(', ')}
    returning id, ${quoteIdentifier(account)} as "accountId", balance_after as balance`
  return { text, values }
}

function isBalanceViolation(error: unknown, { balances }: Ledger): boolean {
  // So much more than a balance can be that not even the sum is a number of its column.
  if (sqlstateOf(error) === SQLSTATE.numericValueOutOfRange) return true
  return sqlstateOf(error) === SQLSTATE.checkViolation && constraintOf(error) === `${balances}_balance_check`
}

function balanceError(entries: readonly LedgerEntry[], cause: unknown): AppError {
  if (entries.some(({ amount }) => amount < 0)) return new AppError('INSUFFICIENT_BALANCE', { cause })
  return new AppError('LIMIT_REACHED', { message: 'No account can hold that much.', cause })
}
