'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Download, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useMay } from '#src/auth/ui/may-provider.tsx'
import { useWorkspace } from '#src/tenancy/ui/workspace-context.tsx'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import { toast } from '#src/ui/feedback/toast.ts'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import { formatNumber, formatPercent } from '#src/ui/format/numbers.ts'
import type { ListQuery } from '../record-client.ts'
import { countOf } from '../record-label.ts'
import type { RecordTarget } from '../record-target.ts'
import { exportRecords, saveFile } from './export-records.ts'

interface ExportButtonProps {
  target: RecordTarget
  /** search, order and filters of the list on screen */
  query: ListQuery
  disabled: boolean
}

/** Saves everything the list on screen stands for, all pages of it, as CSV; says how far it is and can be stopped. */
export function ExportButton({ target, query, disabled }: ExportButtonProps) {
  const api = useApi()
  const settings = useFormatSettings()
  const may = useMay()
  const { person } = useWorkspace()
  const [progress, setProgress] = useState<{ done: number; total: number }>()
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function start(): Promise<void> {
    const controller = new AbortController()
    running.current = controller
    setProgress({ done: 0, total: 0 })
    try {
      const { file, lines, total } = await exportRecords(api, target, {
        query,
        settings,
        person: { ...person, seesTeam: may('members:list') },
        signal: controller.signal,
        onProgress: (done, all) => setProgress({ done, total: all }),
      })
      saveFile(file, `${target.resource.name}-${new Date().toISOString().slice(0, 10)}.csv`)
      const note = lines < total ? ` The first of ${formatNumber(total)}; narrow the list for the rest.` : ''
      toast.success(`${countOf(target.resource, lines)} saved as CSV`, { description: note || undefined })
    } catch (thrown) {
      if (!controller.signal.aborted) {
        toast.error('The export stopped', { description: callErrorOf(thrown).message })
      }
    } finally {
      running.current = undefined
      setProgress(undefined)
    }
  }

  if (progress) {
    return (
      <Button variant="outline" onClick={() => running.current?.abort()}>
        <X />
        <chakra.span fontVariantNumeric="tabular-nums">
          Stop{progress.total > 0 && `, ${formatPercent(progress.done / progress.total)} done`}
        </chakra.span>
      </Button>
    )
  }
  return (
    <Button variant="outline" disabled={disabled} onClick={() => void start()}>
      <Download />
      Export
    </Button>
  )
}
