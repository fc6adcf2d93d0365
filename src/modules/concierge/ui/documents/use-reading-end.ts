'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { AnyRecord } from '#src/resources/procedure-path.ts'
import { recordKeys } from '#src/resources/ui/record-keys.ts'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { concierge } from '../../module.ts'

const sentences: Readonly<Record<string, string>> = {
  succeeded: 'The file has been read.',
  failed: 'The file could not be read.',
}

/** Says when the file of a document has been read, and renews the lists and searches that show the document. */
export function useReadingEnd(document: AnyRecord | undefined): void {
  const cache = useQueryClient()
  const extraction = document?.['extraction']
  const before = useRef(extraction)
  useEffect(() => {
    const sentence = before.current === 'waiting' ? sentences[String(extraction)] : undefined
    before.current = extraction
    if (sentence === undefined) return
    announce(sentence)
    void cache.invalidateQueries({ queryKey: recordKeys.module(concierge.id) })
  }, [cache, extraction])
}
