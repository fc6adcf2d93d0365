'use client'

import { createContext, use, type ReactNode } from 'react'

interface FormatSettings {
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: string
  /** ISO 4217 code. */
  currency: string
}

const FormatContext = createContext<FormatSettings>({ timeZone: 'UTC', currency: 'EUR' })

/** Sets the time zone and currency that dates and amounts below it are printed in. */
export function FormatSettingsProvider({
  timeZone,
  currency = 'EUR',
  children,
}: Omit<FormatSettings, 'currency'> & { currency?: string; children: ReactNode }) {
  return <FormatContext value={{ timeZone, currency }}>{children}</FormatContext>
}

/** The time zone and currency of the nearest `FormatSettingsProvider`; UTC and euro without one. */
export function useFormatSettings(): FormatSettings {
  return use(FormatContext)
}
