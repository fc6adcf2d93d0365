'use client'

import { Button } from '@chakra-ui/react/button'
import { Spinner } from '@chakra-ui/react/spinner'
import { chakra } from '@chakra-ui/react/styled-system'
import type { Module } from '#src/resources/define-module.ts'
import { formatBytes, formatNumber } from '#src/ui/format/numbers.ts'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { TenantUsage } from '../../../tenant-usage.ts'
import { ModuleTables } from './module-tables.tsx'
import type { ExactUsage } from './use-exact-usage.ts'

const Sum = chakra('p', {
  base: { px: { base: '4', sm: '6' }, py: '4', borderTopWidth: '1px', color: 'fg.muted', textStyle: 'sm' },
})

interface StoragePanelProps {
  usage: TenantUsage
  modules: readonly Module[]
  count: ExactUsage
}

/** Rows and bytes by module, and the button that counts instead of estimating. */
export function StoragePanel({ usage, modules, count }: StoragePanelProps) {
  const { bytes, files, isExact } = usage
  return (
    <Panel
      title="Records and storage"
      description={
        isExact
          ? 'Rows are counted, those of deleted records too.'
          : 'Rows are what the statistics of the database know, deleted records included.'
      }
      actions={
        <Button
          variant="outline"
          size="sm"
          aria-busy={count.isCounting || undefined}
          onClick={() => {
            if (!count.isCounting) void count.count()
          }}
        >
          {count.isCounting && <Spinner />}
          Count exactly
        </Button>
      }
      flush
    >
      {count.problem !== undefined && (
        <chakra.p role="alert" px={{ base: '4', sm: '6' }} pt="3" color="fg.error" textStyle="sm">
          {count.problem}
        </chakra.p>
      )}
      {usage.modules.map((group) => (
        <ModuleTables
          key={group.module ?? ''}
          group={group}
          title={modules.find(({ id }) => id === group.module)?.title ?? 'Of no module'}
        />
      ))}
      {usage.modules.length === 0 && <Sum>There are no tables.</Sum>}
      <Sum>
        {formatBytes(bytes.tables)} in tables, {formatBytes(bytes.indexes)} in indexes,{' '}
        {formatBytes(bytes.files)} in {formatNumber(files)} {files === 1 ? 'file' : 'files'}.
      </Sum>
    </Panel>
  )
}
