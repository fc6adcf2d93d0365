'use client'

import { usePersonName } from './use-people.ts'

/** A person of the team by name, where a record has their id. */
export function PersonName({ id }: { id: string }) {
  return <bdi>{usePersonName(id)}</bdi>
}
