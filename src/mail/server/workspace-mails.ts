import { composeMail, inWords, nameOf } from './compose-mail.ts'
import type { MailText } from '../mail.ts'

/** To the owner, when the workspace has been built. */
export function welcomeMail(facts: {
  ownerName: string
  businessName: string
  workspaceUrl: string
}): MailText {
  const business = nameOf(facts.businessName)
  return composeMail('welcome', `${business} is ready`, [
    `Hello ${nameOf(facts.ownerName)},`,
    `${business} is ready. Sign in here:`,
    facts.workspaceUrl,
  ])
}

/** To somebody who shall join a workspace. @param facts.url carries the token that accepts */
export function invitationMail(facts: {
  inviterName: string
  businessName: string
  role: string
  url: string
  validMinutes: number
}): MailText {
  const business = nameOf(facts.businessName)
  return composeMail('invitation', `Join ${business}`, [
    'Hello,',
    `${nameOf(facts.inviterName)} invites you to work with ${business} as ${facts.role}. Choose your password here:`,
    facts.url,
    `The link works for ${inWords(facts.validMinutes)}. If you do not know what this is about, do nothing.`,
  ])
}
