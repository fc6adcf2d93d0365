import { z } from 'zod'
import { describeMediaTypes, type MediaType } from '#src/files/media-types.ts'
import { DEFAULT_MAX_BYTES, describeSize, storedFile, type StoredFile } from '#src/files/stored-file.ts'
import {
  describeField,
  inSentence,
  typeSentence,
  type Field,
  type FieldOptions,
  type Presence,
  type PresenceOf,
} from './field.ts'
import { noFilter } from './filter.ts'
import { trimmedText } from './text-rules.ts'

/** Types of files that may be uploaded, the first one being the usual one. */
type Accepted = readonly [MediaType, ...MediaType[]]

/** A field that is sent as the id of an upload, and answered, stored and compared as what is known of the file. */
export type FileField<P extends Presence = Presence> = Omit<
  Field<'file', string, P, 'none'>,
  'output' | 'toRow' | 'toJson'
> & {
  sortable: false
  accept: Accepted
  /** largest file, in bytes */
  maxBytes: number
  output: z.ZodType<StoredFile>
  toRow(file: StoredFile): unknown
  toJson(stored: unknown): StoredFile
}

type Options = Omit<FieldOptions<string>, 'default'> & { accept: Accepted; maxBytes?: number }

/**
 * A file that belongs to the record: `POST /api/v1/<resource>/files/<field>` takes it, the answer's id goes into the
 * record, `GET /api/v1/<resource>/<id>/files/<field>` gives it back.
 */
export function file<const O extends Options>(options: O): FileField<PresenceOf<O>> {
  const { accept, maxBytes = DEFAULT_MAX_BYTES } = options
  const missing = options.missing ?? `Add the ${inSentence(options.label)}.`
  const described = describeField(options)
  return {
    kind: 'file',
    ...described,
    hint: described.hint ?? `${describeMediaTypes(accept)}, up to ${describeSize(maxBytes)}.`,
    defaultValue: null,
    sortable: false,
    columnType: 'jsonb',
    filter: noFilter,
    accept,
    maxBytes,
    value: z.guid({ error: typeSentence(missing, 'Name a file that has been uploaded.') }),
    output: storedFile,
    normalise,
    toRow: (stored) => stored,
    toJson: (stored) => storedFile.parse(stored),
  }
}

/** What an upload answered counts as its id, so that a record can be sent as it was got. */
function normalise(raw: unknown): unknown {
  const id: unknown = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : raw
  return trimmedText(typeof id === 'string' ? id.toLowerCase() : id)
}
