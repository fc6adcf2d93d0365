import type { DemoBuilder } from '#src/resources/server/demo.ts'
import { demoArchive, demoDocuments, demoDrafts } from './demo-documents.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const hours = Object.fromEntries(weekdays.map((day) => [day, [{ from: '09:00', to: '17:00' }]]))

const channels = [
  {
    name: 'Chat on the website',
    kind: 'web_chat',
    address: 'https://shop.example',
    greeting: 'Hello! How can we help?',
    hours,
  },
  { name: 'Customer care', kind: 'email', address: 'care@shop.example' },
  { name: 'Hotline', kind: 'phone', address: '+44 20 7946 0001', greeting: 'Good to hear from you.', hours },
  { name: 'WhatsApp', kind: 'whatsapp', address: '+44 20 7946 0002', enabled: false },
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
