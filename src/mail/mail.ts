/** Kinds of mail Berth writes; each has a function of its own that composes it. */
export const mailTemplates = [
  'welcome',
  'invitation',
  'password-reset',
  'password-changed',
  'email-change',
  'email-change-notice',
  'sign-in-locked',
  'account-created',
  'workspace-suspended',
  'workspace-activated',
  'deletion-scheduled',
  'workspace-restored',
] as const
export type MailTemplate = (typeof mailTemplates)[number]

/** What a mail says. The body is plain text; its HTML twin is made from it when it is sent. */
export type MailText = { template: MailTemplate; subject: string; body: string }

/** A mail with the one person it goes to. */
export type Mail = MailText & {
  /** whose mail it is; null for people of the platform */
  tenantId: string | null
  /** a bare address */
  to: string
}

/** How a mail stands. `kept` ones were written without a mail server; they are shown and never sent. */
export const mailStates = ['pending', 'sent', 'failed', 'kept'] as const
export type MailState = (typeof mailStates)[number]
