/** `knowledge-documents` → `knowledgeDocuments` */
export type CamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name

/** The name of a module or resource as a key in code: `knowledge-documents` → `knowledgeDocuments`. */
export function camelCase<const Name extends string>(name: Name): CamelCase<Name> {
  return name.replace(/[-_ ]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<Name>
}

/** The name of a field as its column: `dateOfBirth` → `date_of_birth`. */
export function snakeCase(name: string): string {
  return name.replace(/-/g, '_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** The key under which answers carry the record a reference points to: `ownerId` → `owner`. */
export function referenceKey(fieldName: string): string {
  return fieldName.replace(/Id$/, '')
}
