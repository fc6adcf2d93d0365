'use client'

import { createContext } from 'react'

/** What entries know of the menu they stand in. */
export const MenuContext = createContext<{ close: () => void }>({ close: () => undefined })
