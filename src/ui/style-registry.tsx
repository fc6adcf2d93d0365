'use client'

import createCache, { type EmotionCache } from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { useServerInsertedHTML } from 'next/navigation'
import { useState, type ReactNode } from 'react'

interface Registry {
  cache: EmotionCache
  /** Names inserted since the last call, so that each streamed chunk carries its new rules only. */
  takeInserted: () => { name: string; isGlobal: boolean }[]
}

function createRegistry(nonce: string | undefined): Registry {
  const cache = createCache({ key: 'b', ...(nonce ? { nonce } : {}) })
  // Collects rules in the cache on the server instead of printing <style> tags between elements, which would
  // disturb hydration of streamed content.
  cache.compat = true
  let inserted: { name: string; isGlobal: boolean }[] = []
  const insertRule = cache.insert
  cache.insert = (...args) => {
    const [selector, serialized] = args
    if (cache.inserted[serialized.name] === undefined) {
      inserted.push({ name: serialized.name, isGlobal: selector === '' })
    }
    return insertRule(...args)
  }
  return {
    cache,
    takeInserted: () => {
      const taken = inserted
      inserted = []
      return taken
    },
  }
}

/** Puts Emotion's rules into the server's HTML head as it streams; in the browser Emotion takes them over by name. */
export function StyleRegistry({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  const [{ cache, takeInserted }] = useState(() => createRegistry(nonce))

  useServerInsertedHTML(() => {
    const globals: ReactNode[] = []
    const names: string[] = []
    let rules = ''
    for (const { name, isGlobal } of takeInserted()) {
      const rule = cache.inserted[name]
      if (typeof rule !== 'string') continue
      if (isGlobal) {
        globals.push(
          <style
            key={name}
            nonce={nonce}
            data-emotion={`${cache.key}-global ${name}`}
            dangerouslySetInnerHTML={{ __html: rule }}
          />,
        )
      } else {
        names.push(name)
        rules += rule
      }
    }
    if (globals.length === 0 && names.length === 0) return null
    return (
      <>
        {globals}
        {rules && (
          <style
            nonce={nonce}
            data-emotion={`${cache.key} ${names.join(' ')}`}
            dangerouslySetInnerHTML={{ __html: rules }}
          />
        )}
      </>
    )
  })

  return <CacheProvider value={cache}>{children}</CacheProvider>
}
