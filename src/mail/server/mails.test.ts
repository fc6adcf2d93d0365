import { describe, expect, it } from 'vitest'
import {
  emailChangeMail,
  emailChangeNoticeMail,
  passwordChangedMail,
  passwordResetMail,
  signInLockedMail,
} from './account-mails.ts'
import { htmlBodyOf } from './html-body.ts'
import {
  accountCreatedMail,
  deletionScheduledMail,
  workspaceActivatedMail,
  workspaceRestoredMail,
  workspaceSuspendedMail,
} from './life-mails.ts'
import { mailTemplates } from '../mail.ts'
import { invitationMail, welcomeMail } from './workspace-mails.ts'

const HOSTILE = 'Ada\r\nBcc: all@example.com\n\nhttps://evil.example/\u2028<script>alert("1")</script>\u202e&'
const url = 'https://acme.berth.example/password#token=abc&x="1"'

function everyMail(name: string) {
  const holder = { fullName: name, siteName: name }
  const workspace = { ownerName: name, businessName: name, workspaceUrl: url }
  return [
    welcomeMail({ ownerName: name, businessName: name, workspaceUrl: url }),
    invitationMail({ inviterName: name, businessName: name, role: name, url, validMinutes: 10_080 }),
    passwordResetMail({ ...holder, url, validMinutes: 60 }),
    passwordChangedMail({ ...holder, url }),
    emailChangeMail({ ...holder, url, validMinutes: 60 }),
    emailChangeNoticeMail({ ...holder, url, newEmail: name }),
    signInLockedMail({ ...holder, url, minutes: 15 }),
    accountCreatedMail({ ownerName: name, businessName: name, url, validMinutes: 10_080 }),
    workspaceSuspendedMail({ ...workspace, reason: name }),
    workspaceActivatedMail(workspace),
    deletionScheduledMail({ ...workspace, reason: name, day: '1 May 2031' }),
    workspaceRestoredMail(workspace),
  ]
}

describe('mails', () => {
  it('are one of each kind', () => {
    expect(everyMail('Ada').map(({ template }) => template)).toEqual(mailTemplates)
  })

  it.each(everyMail(HOSTILE).map((mail) => [mail.template, mail] as const))(
    '%s: names neither begin a line nor leave their place',
    (_, { subject, body }) => {
      // eslint-disable-next-line no-control-regex -- control characters are what must not be there
      expect(subject).not.toMatch(/[\u0000-\u001f\u2028\u202e]/)
      expect(subject.length).toBeLessThanOrEqual(100)
      expect(body).not.toMatch(/[\r\u2028\u202e]/)
      const lines = body.split('\n')
      expect(lines.filter((line) => line.startsWith('Bcc') || line.startsWith('https://evil'))).toEqual([])
      expect(lines.filter((line) => line === url)).toHaveLength(1)
    },
  )

  it.each(everyMail(HOSTILE).map((mail) => [mail.template, mail] as const))(
    '%s: the HTML has no tag and no link but our own',
    (_, { body }) => {
      const html = htmlBodyOf(body)
      const tags = [...html.matchAll(/<\/?([a-z!]+)/g)].map(([, tag]) => tag)
      expect(new Set(tags)).toEqual(new Set(['!doctype', 'html', 'head', 'meta', 'body', 'p', 'a']))
      expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
        'https://acme.berth.example/password#token=abc&amp;x=&quot;1&quot;',
      ])
      expect(html).toContain('&lt;script&gt;')
    },
  )

  it('say how long a link works as people do', () => {
    const bodyFor = (validMinutes: number) =>
      passwordResetMail({ fullName: 'Ada', siteName: 'Acme', url, validMinutes }).body
    expect(bodyFor(60)).toContain('for 60 minutes')
    expect(bodyFor(1_440)).toContain('for 24 hours')
    expect(bodyFor(10_080)).toContain('for 7 days')
  })
})
