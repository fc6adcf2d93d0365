import { announce } from './live-region.tsx'

/** One message at the edge of the screen, for what the page itself does not show. */
export interface ToastMessage {
  id: string
  tone: 'success' | 'error' | 'neutral'
  title: string
  description?: string | undefined
  action?: { label: string; onClick: () => void } | undefined
  /** Milliseconds on screen; hovering or focus stops the clock. 0 keeps it until dismissed. */
  duration: number
}

type ToastOptions = Partial<Pick<ToastMessage, 'description' | 'action' | 'duration'>>

let messages: readonly ToastMessage[] = []
let sequence = 0
const listeners = new Set<() => void>()

function publish(next: readonly ToastMessage[]): void {
  messages = next
  for (const listener of listeners) listener()
}

function createToast(tone: ToastMessage['tone'], title: string, options: ToastOptions = {}): string {
  sequence += 1
  const id = `toast-${sequence}`
  const duration = options.duration ?? (tone === 'error' || options.action ? 10_000 : 5_000)
  announce(options.description ? `${title}. ${options.description}` : title)
  publish([...messages, { id, tone, title, ...options, duration }].slice(-4))
  return id
}

/** Shows a toast and returns its id for `toast.dismiss`. Callable from anywhere in the browser. */
export const toast = {
  success: (title: string, options?: ToastOptions) => createToast('success', title, options),
  error: (title: string, options?: ToastOptions) => createToast('error', title, options),
  neutral: (title: string, options?: ToastOptions) => createToast('neutral', title, options),
  dismiss: (id: string) => publish(messages.filter((message) => message.id !== id)),
}

/** Calls the listener after each change of the list; returns the function that stops it. */
export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The toasts on screen, oldest first. The same array until something changes. */
export function listToasts(): readonly ToastMessage[] {
  return messages
}
