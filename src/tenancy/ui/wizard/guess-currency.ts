import { currencyOfRegion } from './currency-regions.ts'

/** Timezones that tell the currency, by the end of their name; the rest of Europe pays in euro. */
const currencyByCity = `
  London GBP, Belfast GBP, Jersey GBP, Guernsey GBP, Isle_of_Man GBP, Zurich CHF, Vaduz CHF, Busingen CHF,
  Stockholm SEK, Oslo NOK, Copenhagen DKK, Warsaw PLN, Prague CZK, Budapest HUF, Bucharest RON, Istanbul TRY,
  Kyiv UAH, Kiev UAH, Moscow RUB, Minsk BYN, Belgrade RSD, Sarajevo BAM, Skopje MKD, Tirane ALL, Chisinau MDL,
  Gibraltar GIP, Reykjavik ISK, New_York USD, Chicago USD, Denver USD, Phoenix USD, Los_Angeles USD,
  Anchorage USD, Honolulu USD, Toronto CAD, Vancouver CAD, Edmonton CAD, Winnipeg CAD, Halifax CAD,
  Mexico_City MXN, Sao_Paulo BRL, Buenos_Aires ARS, Santiago CLP, Bogota COP, Lima PEN, Tokyo JPY, Seoul KRW,
  Shanghai CNY, Hong_Kong HKD, Taipei TWD, Singapore SGD, Kolkata INR, Calcutta INR, Dubai AED, Jerusalem ILS,
  Bangkok THB, Jakarta IDR, Manila PHP, Kuala_Lumpur MYR, Ho_Chi_Minh VND, Auckland NZD, Johannesburg ZAR,
  Cairo EGP, Lagos NGN, Nairobi KES`

const byCity = new Map(
  currencyByCity
    .trim()
    .split(/,\s+/)
    .map((entry) => entry.split(' ') as [string, string]),
)
const byContinent = new Map([
  ['Europe', 'EUR'],
  ['Australia', 'AUD'],
])

/**
 * The currency somebody most likely works in. Where they are counts before the language they read: many people
 * in Berlin read American English.
 * @param timezone IANA name @param languages BCP 47 tags, preferred first
 */
export function guessCurrency(timezone: string, languages: readonly string[]): string {
  const place = timezone.split('/')
  const fromPlace = byCity.get(place.at(-1) ?? '') ?? byContinent.get(place[0] ?? '')
  if (fromPlace) return fromPlace
  for (const language of languages) {
    const currency = currencyOfRegion(regionOf(language))
    if (currency) return currency
  }
  return 'EUR'
}

function regionOf(language: string): string {
  try {
    const locale = new Intl.Locale(language)
    return locale.region ?? locale.maximize().region ?? ''
  } catch {
    return ''
  }
}
