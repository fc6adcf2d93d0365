'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import type { Module } from '#src/resources/define-module.ts'
import { languageNames } from '#src/tenancy/language.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { Panel } from '#src/ui/layout/panel.tsx'
import type { TenantDetails } from '../../../tenant-details.ts'
import { CodeFact, Fact, FactList } from '../fact-list.tsx'

interface TenantFactsProps {
  tenant: TenantDetails
  modules: readonly Module[]
}

/** Names, places and times of a tenant. */
export function TenantFacts({ tenant, modules }: TenantFactsProps) {
  const { owner, phone } = tenant
  const titles = tenant.modules.map((id) => modules.find((module) => module.id === id)?.title ?? id)
  return (
    <Panel title="Facts">
      <FactList>
        <Fact name="Owner">
          {owner ? (
            <>
              <bdi>{owner.fullName}</bdi>
              <chakra.span display="block" color="fg.muted" textStyle="sm">
                {owner.email}
              </chakra.span>
            </>
          ) : (
            <chakra.span color="fg.muted">Nobody</chakra.span>
          )}
        </Fact>
        <Fact name="Modules">{titles.length > 0 ? titles.join(', ') : 'None'}</Fact>
        <Fact name="Signed up">
          <RelativeTime moment={tenant.createdAt} />
        </Fact>
        <Fact name="Activated">
          {tenant.activatedAt === null ? 'Not yet' : <RelativeTime moment={tenant.activatedAt} />}
        </Fact>
        <Fact name="Phone">
          {phone === '' ? <chakra.span color="fg.muted">Not given</chakra.span> : <bdi>{phone}</bdi>}
        </Fact>
        <Fact name="Time, money, language">
          {tenant.timezone.replaceAll('_', ' ')}, {tenant.currency}, {languageNames[tenant.language]}
        </Fact>
        <CodeFact name="Tenant id" value={tenant.id} />
        <CodeFact name="Schema" value={tenant.schemaName} />
        <CodeFact name="Role" value={tenant.roleName} />
      </FactList>
    </Panel>
  )
}
