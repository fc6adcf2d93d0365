import type { z } from 'zod'
import type { Fields } from './fields/any-field.ts'
import type { Presence } from './fields/field.ts'
import type { RecordReference } from './fields/reference.ts'

/** The value of a field when it is there. */
export type ValueOf<F> = F extends { toJson(stored: unknown): infer Value } ? Value : never

/** What is sent for a field, which for files is not what is answered. */
export type InputOf<F> = F extends { value: z.ZodType<infer Value> } ? Value : never

type NamesOf<F extends Fields, P extends Presence> = {
  [Name in keyof F]: F[Name]['presence'] extends P ? Name : never
}[keyof F]

type NamesByStyle<F extends Fields, Style extends string> = Extract<
  { [Name in keyof F]: F[Name]['filter']['style'] extends Style ? Name : never }[keyof F],
  string
>

type Flatten<T> = { [Key in keyof T]: T[Key] }
type AnyResource = { fields: Fields }

/** All values of a complete record. */
export type RecordValues<F extends Fields> = Flatten<
  { [Name in NamesOf<F, 'required' | 'defaulted' | 'computed'>]: ValueOf<F[Name]> } & {
    [Name in NamesOf<F, 'optional' | 'computed-optional'>]: ValueOf<F[Name]> | null
  }
>

/** What creating or replacing a record takes: required fields must be given, the others may. */
export type CreateInput<R extends AnyResource> = Flatten<
  { [Name in NamesOf<R['fields'], 'required'>]: InputOf<R['fields'][Name]> } & {
    [Name in NamesOf<R['fields'], 'defaulted'>]?: InputOf<R['fields'][Name]> | undefined
  } & { [Name in NamesOf<R['fields'], 'optional'>]?: InputOf<R['fields'][Name]> | null | undefined }
>

/** Addresses a record; with `updatedAt`, only if it has not changed since. */
export type RecordAddress = { id: string; updatedAt?: string | undefined }

/** What an update takes: only the fields that change. */
export type UpdateInput<R extends AnyResource> = RecordAddress & Partial<CreateInput<R>>
/** What replacing takes: the whole record; optional fields that are left out become empty. */
export type ReplaceInput<R extends AnyResource> = RecordAddress & CreateInput<R>

/** `{ id, label }` of each record that is referred to, under the field's name without `Id`. */
type References<F extends Fields> = {
  -readonly [
    Name in keyof F as F[Name]['kind'] extends 'reference'
      ? Name extends `${infer Key}Id`
        ? Key
        : never
      : never
  ]: F[Name]['presence'] extends 'required' | 'computed' ? RecordReference : RecordReference | null
}

/** A record as every call answers it. Times are ISO 8601 in UTC. */
export type RecordOutput<R extends AnyResource> = Flatten<
  { id: string } & RecordValues<R['fields']> &
    References<R['fields']> & { createdAt: string; updatedAt: string }
>

type SortKey<F extends Fields> =
  | Extract<{ [Name in keyof F]: F[Name]['sortable'] extends false ? never : Name }[keyof F], string>
  | 'createdAt'
  | 'updatedAt'

type Filters<F extends Fields> = {
  [Name in NamesByStyle<F, 'contains' | 'has'>]?: string | undefined
} & { [Name in NamesByStyle<F, 'equals' | 'range'>]?: ValueOf<F[Name]> | undefined } & {
  [Name in NamesByStyle<F, 'one-of'>]?: ValueOf<F[Name]> | ValueOf<F[Name]>[] | undefined
} & {
  [Name in NamesByStyle<F, 'range'> as `${Name}From` | `${Name}To`]?: ValueOf<F[Name]> | undefined
}

/** What a list takes: a page, a search, an order, and filters by field. */
export type ListInput<R extends AnyResource> = Flatten<
  {
    page?: number | undefined
    limit?: number | undefined
    q?: string | undefined
    sortBy?: SortKey<R['fields']> | undefined
    order?: 'asc' | 'desc' | undefined
  } & Filters<R['fields']>
>
