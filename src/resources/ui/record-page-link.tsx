'use client'

import { Button } from '@chakra-ui/react/button'
import { PanelRightOpen } from 'lucide-react'
import NextLink from 'next/link'
import { useModuleAccess } from './module-access.tsx'
import { addressOf, type RecordTarget } from './record-target.ts'

/** The way to the page of one record, where its module has one. */
export function RecordPageLink({ target, recordId }: { target: RecordTarget; recordId: string }) {
  const { modules } = useModuleAccess()
  const hasPage = modules.some(
    ({ id, recordPages }) => id === target.moduleId && recordPages.includes(target.resource.name),
  )
  if (!hasPage) return null
  return (
    <Button asChild variant="outline" size="sm" justifySelf="start">
      <NextLink href={`${addressOf(target, recordId)}/overview`}>
        <PanelRightOpen />
        Open the page of this {target.resource.singular}
      </NextLink>
    </Button>
  )
}
