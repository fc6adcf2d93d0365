import type { MailTemplate, MailText } from '../mail.ts'

const MAX_SUBJECT = 100
const MAX_PARAGRAPH = 1_000
/** Longest name of a person or a business that is repeated in a mail. */
const MAX_NAME = 120

/**
 * Puts a mail together. Subject and paragraphs become one line each, without control or direction marks: a
 * name in them can neither begin a header or a paragraph of its own nor turn the text around it.
 * @param paragraphs an address that is a link stands alone in its paragraph
 */
export function composeMail(template: MailTemplate, subject: string, paragraphs: string[]): MailText {
  const lines = paragraphs.map((paragraph) => oneLine(paragraph, MAX_PARAGRAPH))
  return { template, subject: oneLine(subject, MAX_SUBJECT), body: `${lines.join('\n\n')}\n` }
}

/** A name somebody chose, no longer than a name should be. */
export function nameOf(typed: string): string {
  return oneLine(typed, MAX_NAME)
}

/** How long a link works, in words. */
export function inWords(minutes: number): string {
  if (minutes < 120) return minutes === 1 ? 'one minute' : `${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}

function oneLine(text: string, max: number): string {
  const clean = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim()
  const signs = [...clean]
  return signs.length > max ? `${signs.slice(0, max - 1).join('')}…` : clean
}
