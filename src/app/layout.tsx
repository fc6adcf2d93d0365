import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { fontVariables } from '#src/ui/fonts.ts'
import { UiProvider } from '#src/ui/provider.tsx'

export const metadata: Metadata = {
  title: { default: 'Berth', template: '%s · Berth' },
  description:
    'Berth builds every business a workspace of its own: its own database schema, its own role, every real step in view.',
  applicationName: 'Berth',
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfdfd' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1719' },
  ],
}

/** The document around every page. The response's nonce reaches the few inline scripts and styles there are. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const received = await headers()
  const nonce = received.get('x-nonce') ?? undefined
  const requestId = received.get('x-request-id')
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>{requestId && <meta name="request-id" content={requestId} />}</head>
      <body>
        <UiProvider nonce={nonce}>{children}</UiProvider>
      </body>
    </html>
  )
}
