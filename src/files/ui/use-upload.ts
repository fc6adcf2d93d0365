'use client'

import { useEffect, useRef, useState } from 'react'
import { announce } from '#src/ui/feedback/live-region.tsx'
import { findRefusal, typeOfFile, type FileRules } from '../refusals.ts'
import type { StoredFile } from '../stored-file.ts'
import { sendFile, UploadError } from './send-file.ts'

/** `share` is how much of it has been sent, 0 to 1. */
type UploadState = { sending: { name: string; share: number } | null; problem: string | undefined }

const NOTHING: UploadState = { sending: null, problem: undefined }

/** One upload at a time, which ends with the screen it was begun on. */
export function useUpload({ url, rules }: { url: string; rules: FileRules }) {
  const [state, setState] = useState(NOTHING)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  function refuse(problem: string): null {
    setState({ sending: null, problem })
    announce(problem)
    return null
  }

  /** @returns null when it was refused, or stopped */
  async function send(file: File): Promise<StoredFile | null> {
    running.current?.abort()
    const refusal = findRefusal(file, rules)
    const mediaType = typeOfFile(file)
    if (refusal !== undefined || mediaType === undefined) return refuse(refusal ?? '')
    const stop = new AbortController()
    running.current = stop
    const { name } = file
    setState({ sending: { name, share: 0 }, problem: undefined })
    announce(`Uploading ${name}`)
    try {
      const onProgress = (share: number) => setState({ sending: { name, share }, problem: undefined })
      const stored = await sendFile({ url, file, mediaType, onProgress, signal: stop.signal })
      setState(NOTHING)
      announce(`${stored.name} uploaded`)
      return stored
    } catch (error) {
      if (stop.signal.aborted) return null
      return refuse(
        error instanceof UploadError ? error.message : 'The file could not be uploaded. Try again.',
      )
    }
  }

  function stop(): void {
    running.current?.abort()
    setState(NOTHING)
    announce('Upload stopped')
  }

  return { ...state, send, stop }
}
