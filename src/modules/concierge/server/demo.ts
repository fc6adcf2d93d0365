import type { DemoBuilder } from '#src/resources/server/demo.ts'
import { demoArchive, demoDocuments, demoDrafts } from './demo-documents.ts'

const channels = [
  { name: 'Chat on the website', kind: 'web_chat', enabled: true },
  { name: 'Customer care', kind: 'email', enabled: true },
  { name: 'Hotline', kind: 'phone', enabled: true },
  { name: 'WhatsApp', kind: 'whatsapp', enabled: false },
]

/** A knowledge base in use, with what is being written and what is over, and the channels that draw from it. */
export const conciergeDemo: DemoBuilder = async ({ create, update }) => {
  for (const document of demoDocuments)
    await create('knowledge-documents', { ...document, status: 'published' })
  for (const document of demoDrafts) await create('knowledge-documents', document)
  for (const document of demoArchive) {
    const { id } = await create('knowledge-documents', { ...document, status: 'published' })
    await update('knowledge-documents', id, { status: 'archived' })
  }
  for (const channel of channels) await create('channels', channel)
}
