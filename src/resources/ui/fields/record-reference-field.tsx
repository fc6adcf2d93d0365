'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { use, useCallback } from 'react'
import { useFormContext } from 'react-hook-form'
import { callErrorOf } from '#src/trpc/ui/client.ts'
import { useApi } from '#src/trpc/ui/provider.tsx'
import type { ComboboxOption } from '#src/ui/form/filter-options.ts'
import { ReferenceField } from '#src/ui/form/reference-field.tsx'
import { useFormatSettings } from '#src/ui/format/format-settings.tsx'
import type { Resource } from '../../define-resource.ts'
import type { AnyRecord } from '../../procedure-path.ts'
import { useModuleAccess } from '../module-access.tsx'
import { QuickCreateContext } from '../quick-create-context.ts'
import { getRecord, listRecords } from '../record-client.ts'
import { recordKeys } from '../record-keys.ts'
import { labelOfRecord } from '../record-label.ts'
import type { RecordTarget } from '../record-target.ts'
import { describeRecord } from './describe-record.ts'

interface RecordReferenceFieldProps {
  name: string
  label: string
  hint?: string | undefined
  required?: boolean
  moduleId: string
  /** name of the resource it points to */
  to: string
}

/** Another record of the module, found by typing; one that is missing can be added without leaving the form. */
export function RecordReferenceField({ moduleId, to, ...frame }: RecordReferenceFieldProps) {
  const { modules } = useModuleAccess()
  const resource = modules
    .find((module) => module.id === moduleId)
    ?.resources.find((candidate) => candidate.name === to)
  if (!resource) return null
  return <KnownReferenceField {...frame} moduleId={moduleId} resource={resource} />
}

const SUGGESTIONS = 8

function KnownReferenceField(props: Omit<RecordReferenceFieldProps, 'to'> & { resource: Resource }) {
  const { moduleId, resource, ...frame } = props
  const { permits } = useModuleAccess()
  const quickCreate = use(QuickCreateContext)
  const { setValue } = useFormContext()
  const { search, resolve } = useReferenceCalls(moduleId, resource)
  const mayCreate = quickCreate !== null && permits(resource, 'create')
  return (
    <chakra.div display="grid" gap="1" justifyItems="stretch">
      <ReferenceField {...frame} search={search} resolve={resolve} />
      {mayCreate && (
        <Button
          type="button"
          variant="ghost"
          size="xs"
          justifySelf="start"
          ms="-2"
          onClick={() =>
            quickCreate({ moduleId, resource }, (record) =>
              setValue(frame.name, record.id, { shouldDirty: true, shouldValidate: true }),
            )
          }
        >
          <Plus />
          New {resource.singular}
        </Button>
      )}
    </chakra.div>
  )
}

/** Searching and naming records of a resource, as stable functions that share the cache. */
function useReferenceCalls(moduleId: string, resource: Resource) {
  const api = useApi()
  const cache = useQueryClient()
  const settings = useFormatSettings()

  const search = useCallback(
    async (q: string): Promise<ComboboxOption[]> => {
      const target: RecordTarget = { moduleId, resource }
      const { items } = await listRecords(api, target, { limit: SUGGESTIONS, ...(q.trim() ? { q } : {}) })
      return items.map((record) => toOption(resource, record, settings))
    },
    [api, moduleId, resource, settings],
  )

  const resolve = useCallback(
    async (id: string): Promise<ComboboxOption | undefined> => {
      const target: RecordTarget = { moduleId, resource }
      try {
        const record = await cache.query({
          queryKey: recordKeys.record(target, id),
          queryFn: () => getRecord(api, target, id),
          staleTime: 'static',
        })
        return toOption(resource, record, settings)
      } catch (thrown) {
        if (callErrorOf(thrown).code === 'NOT_FOUND') return undefined
        throw thrown
      }
    },
    [api, cache, moduleId, resource, settings],
  )

  return { search, resolve }
}

function toOption(
  resource: Resource,
  record: AnyRecord,
  settings: { timeZone: string; currency: string },
): ComboboxOption {
  return {
    id: record.id,
    label: labelOfRecord(resource, record),
    description: describeRecord(resource, record, settings) || undefined,
  }
}
