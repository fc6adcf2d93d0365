import { z } from 'zod'
import { defineTask } from '#src/jobs/server/define-task.ts'

/** Hands one mail of the outbox to the mail server. */
export const sendMailTask = defineTask('mail.send', z.object({ mailId: z.uuid() }))

/** Jobs of one mail replace each other while they wait. */
export function mailJobKey(mailId: string): string {
  return `mail:${mailId}`
}
