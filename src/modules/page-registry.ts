import type { ComponentType } from 'react'

type Load<Props> = () => Promise<ComponentType<Props>>

/** What each page of a module shows, by `<module>/<page>`. Each is loaded when it is first opened. */
export const modulePages: Readonly<Record<string, Load<object>>> = {}

/** What the page of a single record shows, by `<module>/<resource>`. */
export const recordPages: Readonly<Record<string, Load<{ id: string }>>> = {}
