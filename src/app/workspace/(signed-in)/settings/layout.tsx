import type { ReactNode } from 'react'
import { SettingsFrame } from './settings-frame.tsx'

/** The frame around the pages of the settings. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame>{children}</SettingsFrame>
}
