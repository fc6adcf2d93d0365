import { defineResource } from '#src/resources/define-resource.ts'
import { file } from '#src/resources/fields/file.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'
import { languageNames } from '#src/tenancy/language.ts'

/** Characters of a document: what fits into one call of the API in most scripts. */
export const MAX_BODY = 100_000

/** Texts that answers to customers are drawn from. */
export const knowledgeDocuments = defineResource({
  name: 'knowledge-documents',
  singular: 'knowledge document',
  title: 'Knowledge',
  description: 'The texts that answers to your customers are drawn from.',
  icon: 'book-open-text',
  fields: {
    title: text({ label: 'Title', required: true, max: 200 }),
    source: text({ label: 'Source', max: 500, hint: 'Where the text comes from, such as a web address.' }),
    file: file({
      label: 'File',
      accept: ['application/pdf', 'text/markdown', 'text/plain'],
      maxBytes: 10 * 1024 * 1024,
      hint: 'A PDF, Markdown or text of at most 10 MB. Its text takes the place of the one below.',
    }),
    body: longText({ label: 'Text', max: MAX_BODY }),
    extraction: select({
      label: 'Text from file',
      required: true,
      computed: true,
      options: { none: 'No file', waiting: 'Being read', succeeded: 'Read', failed: 'Not readable' },
    }),
    extractionMessage: text({ label: 'About the file', computed: true, hidden: true, max: 500 }),
    status: select({
      label: 'Status',
      default: 'draft',
      options: { draft: 'Draft', published: 'Published', archived: 'Archived' },
      initial: ['draft', 'published'],
      transitions: {
        draft: ['published', 'archived'],
        published: ['draft', 'archived'],
        archived: ['draft', 'published'],
      },
    }),
    language: select({
      label: 'Language',
      hint: 'When it is another one than that of the workspace.',
      options: languageNames,
    }),
    // The column that search reads is generated from this one: it may depend on its own row alone.
    searchLanguage: select({
      label: 'Searched in',
      required: true,
      computed: true,
      hidden: true,
      options: languageNames,
    }),
  },
  columns: ['title', 'status', 'source'],
  search: ['title', 'source', 'body'],
  rules: [
    {
      field: 'body',
      sentence: 'Write a text, or upload a file that has one.',
      holds: ({ body, file }) => Boolean(body) || Boolean(file),
    },
    {
      field: 'status',
      sentence: 'There is no text to publish yet.',
      holds: ({ body, status }) => status !== 'published' || Boolean(body),
    },
  ],
})
