import type { MailState, MailTemplate } from '#src/mail/mail.ts'
import type { StatusName } from '#src/ui/feedback/status-look.ts'

/** Kinds of mail, as the outbox and its filter name them. */
export const mailTitles: Readonly<Record<MailTemplate, string>> = {
  welcome: 'Welcome',
  invitation: 'Invitation',
  'password-reset': 'New password',
  'password-changed': 'Password changed',
  'email-change': 'New address',
  'email-change-notice': 'Address is changing',
  'sign-in-locked': 'Sign-in paused',
  'account-created': 'Account made',
  'workspace-suspended': 'Workspace suspended',
  'workspace-activated': 'Workspace opened again',
  'deletion-scheduled': 'Deletion ordered',
  'workspace-restored': 'Workspace restored',
}

/** How a mail stands: its look and its word. */
export const mailStateLooks: Readonly<
  Record<MailState, { status: StatusName; word: string; means: string }>
> = {
  pending: { status: 'pending', word: 'Waiting', means: 'It is about to be sent, or tried again.' },
  sent: { status: 'succeeded', word: 'Sent', means: 'The mail server has taken it.' },
  failed: { status: 'failed', word: 'Failed', means: 'It was not sent, and is not tried again.' },
  kept: {
    status: 'suspended',
    word: 'Kept',
    means: 'It was written while no mail server was configured. It is read here, and never sent.',
  },
}

/** The title of a kind of mail; one that is not known any more is told by its name. */
export function titleOfMail(template: string): string {
  const titles: Readonly<Record<string, string>> = mailTitles
  return titles[template] ?? template
}
