/**
 * How a record belongs to one person, which is what people with role `client` are limited to: by a field that
 * names the person, or through a reference to a record that belongs to them.
 */
export type Own<FieldName extends string = string> = { field: FieldName } | { through: FieldName }

/** The field by which records belong to somebody. */
export function ownField(own: Own): string {
  return 'field' in own ? own.field : own.through
}
