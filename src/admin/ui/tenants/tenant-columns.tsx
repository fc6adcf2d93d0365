import { chakra } from '@chakra-ui/react/styled-system'
import { ExternalLink } from 'lucide-react'
import NextLink from 'next/link'
import type { TenantListRow } from '#src/admin/tenant-list.ts'
import { planTitles } from '#src/tenancy/plans.ts'
import type { SignUpOptions } from '#src/tenancy/sign-up.ts'
import type { DataColumn } from '#src/ui/data-table/data-column.ts'
import { formatNumber } from '#src/ui/format/numbers.ts'
import { RelativeTime } from '#src/ui/format/relative-time.tsx'
import { TenantStatusBadge } from './tenant-status-badge.tsx'

const Two = chakra('div', {
  base: {
    minW: '0',
    lineHeight: '1.3',
    overflowWrap: { base: 'anywhere', sm: 'normal' },
    '& > *': { display: 'block', overflow: { sm: 'hidden' }, textOverflow: 'ellipsis' },
    '& > [data-part=detail]': { color: 'fg.muted', textStyle: 'xs', fontWeight: 'normal' },
  },
})
const NameLine = chakra('div', { base: { display: 'flex', alignItems: 'center', gap: '1.5', minW: '0' } })
const Name = chakra(NextLink, {
  base: {
    minW: '0',
    overflow: { sm: 'hidden' },
    textOverflow: 'ellipsis',
    borderRadius: 'sm',
    outline: '0',
    _hover: { textDecoration: 'underline' },
    _focusVisible: { textDecoration: 'underline' },
  },
})
const OpenWorkspace = chakra('a', {
  base: {
    display: 'inline-grid',
    placeItems: 'center',
    flexShrink: '0',
    boxSize: { base: '11', sm: '6' },
    my: { base: '-3', sm: '0' },
    borderRadius: 'sm',
    color: 'fg.muted',
    focusVisibleRing: 'inside',
    _hover: { color: 'fg', bg: 'bg.muted' },
  },
})

interface TenantColumnsOptions {
  options: SignUpOptions
  workspaceUrl: (subdomain: string) => string
}

/** The columns of the tenants, in the order they begin with. */
export function tenantColumns({ options, workspaceUrl }: TenantColumnsOptions): DataColumn<TenantListRow>[] {
  const industryTitles = new Map(options.industries.map(({ id, title }) => [id, title]))
  const moduleTitles = new Map(options.modules.map(({ id, title }) => [id, title]))
  return [
    {
      id: 'businessName',
      header: 'Tenant',
      width: '15rem',
      sortable: true,
      opensItself: true,
      cell: (tenant) => (
        <Two>
          <NameLine>
            <Name
              href={`/admin/tenants/${tenant.id}`}
              prefetch={false}
              // Cut at its own end, whichever way it is written.
              dir="auto"
              title={tenant.businessName}
              data-row-opener
            >
              {tenant.businessName}
            </Name>
            <OpenWorkspace
              href={workspaceUrl(tenant.subdomain)}
              target="_blank"
              rel="noreferrer"
              aria-label={`Open the workspace of ${tenant.businessName} in a new tab`}
              title="Open the workspace"
            >
              <ExternalLink size={13} aria-hidden />
            </OpenWorkspace>
          </NameLine>
          <chakra.span data-part="detail" fontFamily="mono">
            {tenant.subdomain}
          </chakra.span>
        </Two>
      ),
    },
    {
      id: 'status',
      header: 'Status',
      width: '9rem',
      sortable: true,
      cell: ({ status, deletionDueAt }) => (
        <TenantStatusBadge status={status} deletionDueAt={deletionDueAt} />
      ),
    },
    { id: 'plan', header: 'Plan', width: '6.5rem', sortable: true, cell: ({ plan }) => planTitles[plan] },
    {
      id: 'industry',
      header: 'Industry',
      width: '10rem',
      sortable: true,
      hideOnPhone: true,
      cell: ({ industry }) => industryTitles.get(industry) ?? industry,
    },
    {
      id: 'modules',
      header: 'Modules',
      width: '12rem',
      hideOnPhone: true,
      cell: ({ modules }) => {
        const titles = modules.map((id) => moduleTitles.get(id) ?? id).join(', ')
        return <span title={titles}>{titles}</span>
      },
    },
    {
      id: 'people',
      header: 'People',
      width: '6rem',
      align: 'end',
      sortable: true,
      cell: ({ people }) => formatNumber(people),
    },
    {
      id: 'owner',
      header: 'Owner',
      width: '13rem',
      cell: ({ owner }) =>
        owner && (
          <Two textAlign={{ base: 'end', sm: 'start' }}>
            <bdi>{owner.fullName}</bdi>
            <span data-part="detail">{owner.email}</span>
          </Two>
        ),
    },
    timeColumn('createdAt', 'Created'),
    timeColumn('activatedAt', 'Activated'),
    timeColumn('deletionDueAt', 'Deletion due'),
  ]
}

type TimeName = 'createdAt' | 'activatedAt' | 'deletionDueAt'

function timeColumn(id: TimeName, header: string): DataColumn<TenantListRow> {
  return {
    id,
    header,
    width: '8.5rem',
    sortable: true,
    hideOnPhone: id !== 'createdAt',
    cell: ({ [id]: moment }) => moment !== null && <RelativeTime moment={moment} passive />,
  }
}
