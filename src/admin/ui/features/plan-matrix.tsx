'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useModuleAccess } from '#src/resources/ui/module-access.tsx'
import { planTitles } from '#src/tenancy/plans.ts'
import type { PlanFeaturesTable } from '../../plan-features.ts'
import { OfferCell } from './offer-cell.tsx'

// A table from tablets on; on phones each module is a block of its own, with the plans below each other.
const Table = chakra('table', { base: { display: { base: 'block', md: 'table' }, w: '100%', mt: '4' } })
const Head = chakra('thead', { base: { display: { base: 'none', md: 'table-header-group' } } })
const Body = chakra('tbody', { base: { display: { base: 'block', md: 'table-row-group' } } })
const Row = chakra('tr', {
  base: {
    display: { base: 'block', md: 'table-row' },
    borderTopWidth: '1px',
    py: { base: '3', md: '0' },
  },
})
const ColumnHead = chakra('th', {
  base: {
    px: '3',
    py: '3',
    textAlign: 'start',
    verticalAlign: 'bottom',
    fontWeight: 'medium',
    _first: { ps: '6' },
    _last: { pe: '6' },
  },
})
const RowHead = chakra('th', {
  base: {
    display: { base: 'block', md: 'table-cell' },
    ps: { base: '4', md: '6' },
    pe: '3',
    py: { base: '1', md: '5' },
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: 'semibold',
  },
})

/** Plans by modules, each cell changeable. */
export function PlanMatrix({ table: { plans, cells } }: { table: PlanFeaturesTable }) {
  const { modules } = useModuleAccess()
  const names = [...new Set(cells.map(({ module }) => module))]
  const titleOf = (name: string) => modules.find(({ id }) => id === name)?.title ?? name
  return (
    <Table role="table" aria-label="Plans and modules">
      <Head role="rowgroup">
        <tr role="row">
          <ColumnHead role="columnheader" scope="col">
            Module
          </ColumnHead>
          {plans.map(({ plan, limits, tenants }) => (
            <ColumnHead key={plan} role="columnheader" scope="col">
              {planTitles[plan]}
              <chakra.div color="fg.muted" textStyle="xs" fontWeight="normal">
                {limits.modules === null ? 'All modules' : `${limits.modules} modules`} · {countOf(tenants)}
              </chakra.div>
            </ColumnHead>
          ))}
        </tr>
      </Head>
      <Body role="rowgroup">
        {names.map((module) => (
          <Row key={module} role="row">
            <RowHead role="rowheader" scope="row">
              {titleOf(module)}
            </RowHead>
            {plans.map((plan) => {
              const cell = cells.find((one) => one.module === module && one.plan === plan.plan)
              return (
                cell && (
                  <OfferCell key={plan.plan} cell={cell} title={titleOf(module)} tenants={plan.tenants} />
                )
              )
            })}
          </Row>
        ))}
      </Body>
    </Table>
  )
}

function countOf(tenants: number): string {
  return `${tenants.toLocaleString('en')} ${tenants === 1 ? 'tenant' : 'tenants'}`
}
