import { beforeAll, expect, it } from 'vitest'
import { useTestDatabase } from '#src/db/server/testing/test-database.ts'
import {
  callContext,
  createModuleCaller,
  createWorkspace,
  refusal,
} from '#src/resources/server/testing/workspace.ts'
import type { CallTenant } from '#src/trpc/server/context.ts'
import { overlay } from '../module.ts'

const modules = [overlay] as const
const current = useTestDatabase()
let tenant: CallTenant

beforeAll(async () => {
  tenant = await createWorkspace(current(), { subdomain: 'stream', modules })
})

function viewers() {
  return createModuleCaller(modules)(callContext(current(), { tenant, modules })).overlay.viewers
}

const taken = {
  code: 'ALREADY_EXISTS',
  details: { fields: { username: ['Another viewer already has this name.'] } },
}

it('knows a viewer by name, upper and lower case alike', async () => {
  await viewers().create({ username: 'NightOwl' })
  expect(await refusal(viewers().create({ username: 'nightowl' }))).toMatchObject(taken)
  const other = await viewers().create({ username: 'Lark' })
  expect(await refusal(viewers().update({ id: other.id, username: 'NIGHTOWL' }))).toMatchObject(taken)
})

it('gives the name of a deleted viewer back', async () => {
  const first = await viewers().create({ username: 'Phoenix' })
  await viewers().delete({ id: first.id })
  expect((await viewers().create({ username: 'phoenix' })).id).not.toBe(first.id)
})

it('lets one of many simultaneous namesakes in', async () => {
  const attempts = await Promise.allSettled(
    Array.from({ length: 8 }, () => viewers().create({ username: 'Crowd' })),
  )
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await viewers().list({ username: 'crowd' })).total).toBe(1)
})
