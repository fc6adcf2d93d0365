'use client'

import { ChakraProvider } from '@chakra-ui/react/styled-system'
import { ThemeProvider } from 'next-themes'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { LiveRegion } from './feedback/live-region.tsx'
import { subscribeToToasts } from './feedback/toast.ts'
import { NonceProvider, useNonce } from './nonce.tsx'
import { StyleRegistry } from './style-registry.tsx'
import { system } from './theme/system.ts'

const Toaster = lazy(() => import('./feedback/toaster.tsx').then((module) => ({ default: module.Toaster })))

interface UiProviderProps {
  /** Nonce of the response's Content-Security-Policy, for the theme script and Emotion's style tags. */
  nonce?: string | undefined
  children: ReactNode
}

/**
 * Wraps the whole document body: theme (light, dark, or the system's), styles, the polite live region and toasts.
 * The `<html>` element needs `suppressHydrationWarning`, because the theme script sets its class before React runs.
 */
export function UiProvider({ nonce, children }: UiProviderProps) {
  return (
    <NonceProvider nonce={nonce}>
      <StyledBody>{children}</StyledBody>
    </NonceProvider>
  )
}

function StyledBody({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  return (
    <StyleRegistry nonce={nonce}>
      <ChakraProvider value={system}>
        <ThemeProvider
          attribute="class"
          defaultTheme="system"
          enableSystem
          disableTransitionOnChange
          storageKey="berth-theme"
          {...(nonce ? { nonce } : {})}
        >
          {children}
          <LiveRegion />
          <ToasterOnDemand />
        </ThemeProvider>
      </ChakraProvider>
    </StyleRegistry>
  )
}

/** Most pages never show a toast: its code is fetched with the first one. */
function ToasterOnDemand() {
  const [wanted, setWanted] = useState(false)
  useEffect(() => subscribeToToasts(() => setWanted(true)), [])
  if (!wanted) return null
  return (
    <Suspense fallback={null}>
      <Toaster />
    </Suspense>
  )
}
