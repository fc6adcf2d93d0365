import { composeMail, inWords, nameOf } from './compose-mail.ts'
import type { MailText } from '../mail.ts'

/** Whose workspace it is, and where it is found. */
type Workspace = { ownerName: string; businessName: string; workspaceUrl: string }

/** To the owner of a business that was signed up by somebody else. @param facts.url carries the token */
export function accountCreatedMail(
  facts: Omit<Workspace, 'workspaceUrl'> & { url: string; validMinutes: number },
): MailText {
  const business = nameOf(facts.businessName)
  return composeMail('account-created', `Your workspace for ${business}`, [
    `Hello ${nameOf(facts.ownerName)},`,
    `A workspace for ${business} was made, and it is yours. Choose your password here:`,
    facts.url,
    `The link works for ${inWords(facts.validMinutes)}. Later, ask for a new one where you sign in: "Forgot password".`,
  ])
}

/** To the owners, when the people of the platform have closed the workspace. */
export function workspaceSuspendedMail(facts: Workspace & { reason: string }): MailText {
  return lifeMail(facts, {
    template: 'workspace-suspended',
    outcome: 'is suspended',
    sentences: [
      `The reason: ${facts.reason}`,
      'Until it is opened again nobody can sign in. Nothing was deleted. It is here:',
    ],
  })
}

/** To the owners, when it is open for work, again or as that of a customer. */
export function workspaceActivatedMail(facts: Workspace): MailText {
  return lifeMail(facts, {
    template: 'workspace-activated',
    outcome: 'is active',
    sentences: ['Everybody of your team can sign in:'],
  })
}

/** To the owners, when the days of grace have begun. @param facts.day the last one, in words */
export function deletionScheduledMail(facts: Workspace & { reason: string; day: string }): MailText {
  return lifeMail(facts, {
    template: 'deletion-scheduled',
    outcome: 'will be deleted',
    sentences: [
      `The reason: ${facts.reason}`,
      `It is closed now, and on ${facts.day} everything in it is deleted for good. Until then it can be brought back: ` +
        'ask the people who run the platform. It was here:',
    ],
  })
}

/** To the owners, when the deletion was called off. */
export function workspaceRestoredMail(facts: Workspace): MailText {
  return lifeMail(facts, {
    template: 'workspace-restored',
    outcome: 'is back',
    sentences: ['It will not be deleted, and everything is as it was:'],
  })
}

type News = Pick<MailText, 'template'> & { outcome: string; sentences: string[] }

function lifeMail({ ownerName, businessName, workspaceUrl }: Workspace, news: News): MailText {
  const business = nameOf(businessName)
  return composeMail(news.template, `${business} ${news.outcome}`, [
    `Hello ${nameOf(ownerName)},`,
    `The workspace of ${business} ${news.outcome}.`,
    ...news.sentences,
    workspaceUrl,
  ])
}
