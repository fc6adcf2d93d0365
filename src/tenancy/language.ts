import { z } from 'zod'

/**
 * Languages whose texts can be searched by the stems of their words, by the names that PostgreSQL gives its text search
 * configurations. `simple` compares whole words and does for every other language.
 */
export const languageNames = {
  arabic: 'Arabic',
  armenian: 'Armenian',
  basque: 'Basque',
  catalan: 'Catalan',
  danish: 'Danish',
  dutch: 'Dutch',
  english: 'English',
  finnish: 'Finnish',
  french: 'French',
  german: 'German',
  greek: 'Greek',
  hindi: 'Hindi',
  hungarian: 'Hungarian',
  indonesian: 'Indonesian',
  irish: 'Irish',
  italian: 'Italian',
  lithuanian: 'Lithuanian',
  nepali: 'Nepali',
  norwegian: 'Norwegian',
  portuguese: 'Portuguese',
  romanian: 'Romanian',
  russian: 'Russian',
  serbian: 'Serbian',
  spanish: 'Spanish',
  swedish: 'Swedish',
  tamil: 'Tamil',
  turkish: 'Turkish',
  yiddish: 'Yiddish',
  simple: 'Another language (whole words only)',
} as const

export type Language = keyof typeof languageNames
export const languages = Object.keys(languageNames) as [Language, ...Language[]]

/** A language from a person. */
export const languageInput = z.enum(languages, { error: 'Choose a language from the list.' })

/** What a field offers, in the order people read it. */
export const languageChoices = languages.map((value) => ({ value, label: languageNames[value] }))
