import { composeMail, inWords, nameOf } from './compose-mail.ts'
import type { MailText } from '../mail.ts'

/** Whom a mail about an account speaks to. */
type Holder = {
  fullName: string
  /** name of the workspace the account belongs to, or of the product for people of the platform */
  siteName: string
}

/** @param facts.url carries the token that lets its reader choose a new password */
export function passwordResetMail(facts: Holder & { url: string; validMinutes: number }): MailText {
  const site = nameOf(facts.siteName)
  return composeMail('password-reset', `Your password for ${site}`, [
    `Hello ${nameOf(facts.fullName)},`,
    `Choose a new password for ${site} here:`,
    facts.url,
    `The link works once, for ${inWords(facts.validMinutes)}. If you did not ask for it, do nothing: your password stays as it is.`,
  ])
}

/** Tells somebody that their password is another one now. @param facts.url where a new one can be asked for */
export function passwordChangedMail(facts: Holder & { url: string }): MailText {
  const site = nameOf(facts.siteName)
  return composeMail('password-changed', `Your password for ${site} was changed`, [
    `Hello ${nameOf(facts.fullName)},`,
    `Your password for ${site} was changed. If that was you, there is nothing to do. If it was not, choose a new one at once:`,
    facts.url,
  ])
}

/** To the new address, which has to be confirmed. @param facts.url carries the token that confirms */
export function emailChangeMail(facts: Holder & { url: string; validMinutes: number }): MailText {
  const site = nameOf(facts.siteName)
  return composeMail('email-change', `Confirm your address for ${site}`, [
    `Hello ${nameOf(facts.fullName)},`,
    `Confirm that you want to sign in to ${site} with this address:`,
    facts.url,
    `The link works once, for ${inWords(facts.validMinutes)}. If you did not ask for it, do nothing.`,
  ])
}

/** To the old address. @param facts.url where a new password can be asked for */
export function emailChangeNoticeMail(facts: Holder & { newEmail: string; url: string }): MailText {
  const site = nameOf(facts.siteName)
  return composeMail('email-change-notice', `Your address for ${site} is being changed`, [
    `Hello ${nameOf(facts.fullName)},`,
    `Somebody signed in as you asked to change your address for ${site} to ${nameOf(facts.newEmail)}. If that was you, there is nothing to do. If it was not, choose a new password at once:`,
    facts.url,
  ])
}

/** Tells somebody that others may be trying passwords. @param facts.url where a new one can be asked for */
export function signInLockedMail(facts: Holder & { minutes: number; url: string }): MailText {
  const site = nameOf(facts.siteName)
  return composeMail('sign-in-locked', `Sign-in to ${site} is paused`, [
    `Hello ${nameOf(facts.fullName)},`,
    `A wrong password was entered too often for your account at ${site}, so signing in is paused for ${inWords(facts.minutes)}. If that was you, wait, or choose a new password:`,
    facts.url,
    'If it was not you, there is nothing to do: nobody got in.',
  ])
}
