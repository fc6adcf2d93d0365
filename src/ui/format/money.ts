const formatters = new Map<string, Intl.NumberFormat>()

function getMoneyFormatter(currency: string): Intl.NumberFormat {
  let formatter = formatters.get(currency)
  if (!formatter) {
    formatter = new Intl.NumberFormat('en', { style: 'currency', currency })
    formatters.set(currency, formatter)
  }
  return formatter
}

/** Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD (ISO 4217). Throws RangeError for a malformed code. */
export function getCurrencyDigits(currency: string): number {
  return getMoneyFormatter(currency).resolvedOptions().maximumFractionDigits ?? 2
}

/** The sign or code to print before an amount. */
export function getCurrencySign(currency: string): string {
  return (
    getMoneyFormatter(currency)
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value ?? currency
  )
}

/** Prints an amount in its currency, such as `€1,250.00`. `cents` counts the currency's smallest unit. */
export function formatMoney(cents: number, currency: string): string {
  return getMoneyFormatter(currency).format(cents / 10 ** getCurrencyDigits(currency))
}

/** An amount as one types it, without sign or grouping, such as `1250.00`. */
export function toMoneyText(cents: number, currency: string): string {
  const digits = getCurrencyDigits(currency)
  return (cents / 10 ** digits).toFixed(digits)
}

/**
 * Reads a typed amount into the currency's smallest unit: `1,250.5`, `1.250,50` and `€ 1250` all count. Undefined when it
 * is no amount or finer than the currency has.
 */
export function parseMoney(text: string, currency: string): number | undefined {
  const digits = getCurrencyDigits(currency)
  const bare = text.replaceAll(/[\s'’_]/g, '').replace(/^[^\d.,+-]+|[^\d.,]+$/g, '')
  const [, sign = '', amount = ''] = /^([+-]?)([\d.,]*\d[\d.,]*)$/.exec(bare) ?? []
  const mark = findDecimalMark(amount, digits)
  const cut = mark ? amount.lastIndexOf(mark) : amount.length
  const whole = amount.slice(0, cut)
  const fraction = amount.slice(cut + 1).replace(/0+$/, '')
  const isGrouped = /^\d{1,3}(,\d{3})*$|^\d{1,3}(\.\d{3})*$|^\d*$/.test(whole)
  if (amount === '' || !isGrouped || !/^\d*$/.test(fraction) || fraction.length > digits) return undefined
  const units = Number(whole.replaceAll(/[.,]/g, '')) * 10 ** digits + Number(fraction.padEnd(digits, '0'))
  if (!Number.isSafeInteger(units)) return undefined
  return sign === '-' && units !== 0 ? -units : units
}

/**
 * Of two kinds of mark the last one is the decimal one; the same mark twice only groups. A single one with three digits
 * behind it (`1,250`) groups too, unless the currency has that many decimals.
 */
function findDecimalMark(amount: string, digits: number): string | undefined {
  const marks = amount.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (marks.some((mark) => mark !== last)) return last
  if (marks.length !== 1) return undefined
  return digits < 3 && /^\d{1,3}[.,]\d{3}$/.test(amount) ? undefined : last
}
