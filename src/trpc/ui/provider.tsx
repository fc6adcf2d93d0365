'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, use, useState, type ReactNode } from 'react'
import { callErrorOf, createApiClient, type ApiClient } from './client.ts'

const ApiContext = createContext<ApiClient | null>(null)

/** How often a question is asked again while a part of the system is away. */
const RETRIES = 2
const FRESH_MS = 5_000

/** Gives the pages below it the typed client and a cache for what it answers. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [api] = useState(createApiClient)
  const [queryClient] = useState(createQueryClient)
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </ApiContext>
  )
}

/**
 * The typed client of the nearest `ApiProvider`.
 * @throws Error without one, a programming mistake.
 */
export function useApi(): ApiClient {
  const api = use(ApiContext)
  if (!api) throw new Error('useApi needs an ApiProvider above it.')
  return api
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // Only what may pass by itself is worth asking again; a refusal stays one.
        retry: (failures, error) =>
          failures < RETRIES && callErrorOf(error).code === 'DEPENDENCY_UNAVAILABLE',
        // The browser's word for being offline is a guess: ask, and say what came of it.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always' },
    },
  })
}
