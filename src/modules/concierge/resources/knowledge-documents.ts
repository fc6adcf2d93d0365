import { defineResource } from '#src/resources/define-resource.ts'
import { longText } from '#src/resources/fields/long-text.ts'
import { select } from '#src/resources/fields/select.ts'
import { text } from '#src/resources/fields/text.ts'
import { languageNames } from '#src/tenancy/language.ts'

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
    body: longText({ label: 'Text', required: true, max: 60_000 }),
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
  columns: ['title', 'status', 'language'],
  search: ['title', 'source', 'body'],
})
