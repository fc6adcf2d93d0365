'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useState } from 'react'
import { Segments } from '#src/ui/form/segments.tsx'
import { useNonce } from '#src/ui/nonce.tsx'

const views = [
  { value: 'text', label: 'Text' },
  { value: 'html', label: 'HTML' },
] as const

const Text = chakra('pre', {
  base: {
    p: '4',
    borderWidth: '1px',
    borderRadius: 'panel',
    bg: 'bg.subtle',
    fontFamily: 'body',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
})
/** As most mail programs show it: dark on white, whatever the colours around it. */
const Paper = chakra('iframe', {
  base: {
    display: 'block',
    w: '100%',
    h: '18rem',
    bg: 'white',
    colorScheme: 'light',
    borderWidth: '1px',
    borderStyle: 'solid',
    borderRadius: 'panel',
    focusVisibleRing: 'outside',
  },
})

/** What a mail says, as text and as mail programs show it. */
export function MailPreview({ text, html }: { text: string; html: string }) {
  const [view, setView] = useState<(typeof views)[number]['value']>('text')
  const nonce = useNonce()
  return (
    <chakra.div display="grid" gap="3" justifyItems="start">
      <Segments label="Show as" options={views} value={view} onChange={setView} />
      {view === 'text' ? (
        <Text tabIndex={0} w="100%" aria-label="Text of the mail" role="region">
          {text}
        </Text>
      ) : (
        // No permission at all: no scripts, no forms, no way out of the frame. Links open nothing.
        <Paper sandbox="" title="The mail as HTML" srcDoc={prepareDocument(html, nonce)} />
      )}
    </chakra.div>
  )
}

/** The document of the frame: it loads nothing from anywhere, and its links lead to windows it may not open. */
function prepareDocument(html: string, nonce: string | undefined): string {
  const policy = `default-src 'none'${nonce === undefined ? '' : `; style-src 'nonce-${nonce}'`}`
  const style = `<style nonce="${nonce ?? ''}">body{margin:20px;font:15px/1.5 system-ui,sans-serif;color:#1b2a2d;overflow-wrap:anywhere}a{color:#17666d}</style>`
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">${style}`
  return html.replace('<head>', `<head>${head}`)
}
