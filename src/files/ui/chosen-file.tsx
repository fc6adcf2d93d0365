'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { FileCheck, Trash2 } from 'lucide-react'
import { describeSize, type StoredFile } from '../stored-file.ts'

interface ChosenFileProps {
  file: StoredFile
  onRemove: () => void
}

/** The file that a form holds, and the way to take it out. */
export function ChosenFile({ file, onRemove }: ChosenFileProps) {
  return (
    <chakra.div display="flex" alignItems="center" gap="2.5" flex="1" minW="40">
      <chakra.span color="fg.success" flexShrink="0">
        <FileCheck size={18} aria-hidden />
      </chakra.span>
      <chakra.span minW="0" flex="1">
        <chakra.bdi display="block" truncate title={file.name}>
          {file.name}
        </chakra.bdi>
        <chakra.span color="fg.muted" textStyle="sm">
          {describeSize(file.size)}
        </chakra.span>
      </chakra.span>
      <Button
        type="button"
        variant="ghost"
        size="sm"
        px="2"
        aria-label={`Remove ${file.name}`}
        onClick={onRemove}
      >
        <Trash2 />
      </Button>
    </chakra.div>
  )
}
