'use client'

import { Button } from '@chakra-ui/react/button'
import { chakra } from '@chakra-ui/react/styled-system'
import { Pencil } from 'lucide-react'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { addressOf } from '#src/resources/ui/record-target.ts'
import { languageNames } from '#src/tenancy/language.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { PageHeader } from '#src/ui/layout/page-header.tsx'
import { DocumentStatusBadge } from '../document-status.tsx'
import { documentsTarget } from '../documents-target.ts'
import { DocumentFile } from './document-file.tsx'
import type { KnowledgeDocument } from './document-page.tsx'
import { StatusButtons } from './status-buttons.tsx'

const Text = chakra('div', {
  base: { maxW: 'reading', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '1.7' },
})

interface DocumentViewProps {
  document: KnowledgeDocument
  onEdit: () => void
}

/** A document to be read: its text at reading width, how far it is, and what can be done with it. */
export function DocumentView({ document, onEdit }: DocumentViewProps) {
  const { permits } = useModuleAccess()
  const { title, source, body, status, searchLanguage, updatedAt } = document
  const mayChange = permits(documentsTarget.resource, 'update')
  return (
    <article>
      <PageHeader
        back={{ href: addressOf(documentsTarget), label: 'Knowledge' }}
        title={title}
        aside={<DocumentStatusBadge status={status} />}
        description={
          <>
            {source && <>{source} · </>}
            {languageNames[searchLanguage]} · changed <RelativeTime moment={updatedAt} />
          </>
        }
        actions={
          mayChange && (
            <>
              <Button variant="outline" onClick={onEdit}>
                <Pencil />
                Edit
              </Button>
              <StatusButtons document={document} />
            </>
          )
        }
      />
      <DocumentFile document={document} />
      {body !== null && <Text dir="auto">{body}</Text>}
    </article>
  )
}
