import { Temporal } from 'temporal-polyfill'
import type { TenantTx } from '#src/db/server/database.ts'
import type { Row } from '#src/resources/server/record-delegate.ts'
import type { RecordHooks, RecordWrite } from '#src/resources/server/record-hooks.ts'
import type { RecordValues } from '#src/resources/record-types.ts'
import type { packagePurchases } from '../../resources/package-purchases.ts'
import { localDay } from '../schedule/working-spans.ts'
import { readPackage } from './credit.repository.ts'

type PurchaseValues = RecordValues<(typeof packagePurchases)['fields']>

/** A package is bought as it is sold on that day; the database adds its credits as the first entry of their ledger. */
export const purchaseHooks: RecordHooks = { prepare: preparePurchase }

async function preparePurchase(tx: TenantTx, { values, caller }: RecordWrite): Promise<Row> {
  const purchase = values as PurchaseValues
  const sold = await readPackage(tx, purchase.packageId)
  const purchasedOn = purchase.purchasedOn ?? localDay(Date.now(), caller.timeZone)
  return {
    purchasedOn,
    packageName: sold.name,
    credits: sold.credits,
    creditsLeft: 0,
    priceCents: sold.priceCents,
    expiresOn: sold.expiryDays === null ? null : lastDay(purchasedOn, sold.expiryDays),
  }
}

function lastDay(purchasedOn: string, days: number): string {
  return Temporal.PlainDate.from(purchasedOn).add({ days }).toString()
}
