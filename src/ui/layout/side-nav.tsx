'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import type { ElementType, ReactNode } from 'react'
import { NavLink, type NavGroup } from './nav-link.tsx'

const Rail = chakra('nav', {
  base: {
    position: 'sticky',
    top: '0',
    h: 'dvh',
    display: { base: 'none', md: 'flex' },
    flexDirection: 'column',
    flexShrink: '0',
    bg: 'bg.subtle',
    color: 'fg',
    borderInlineEndWidth: '1px',
  },
  variants: {
    collapsed: { true: { w: 'navCollapsed' }, false: { w: { md: 'navCollapsed', lg: 'nav' } } },
    ink: { true: { bg: 'console.bg', borderColor: 'console.border' } },
  },
})
const Groups = chakra('div', {
  base: { flex: '1', overflowY: 'auto', px: '3', py: '2', display: 'grid', alignContent: 'start', gap: '5' },
})
const GroupLabel = chakra('p', {
  base: { textStyle: 'overline', px: '3', mb: '1', display: { base: 'block', md: 'none', lg: 'block' } },
})
const Fold = chakra('button', {
  base: {
    display: { base: 'none', lg: 'flex' },
    alignItems: 'center',
    gap: '3',
    m: '3',
    px: '3',
    h: '9',
    borderRadius: 'control',
    color: 'fg.subtle',
    textStyle: 'sm',
    cursor: 'button',
    focusVisibleRing: 'inside',
    _hover: { bg: 'bg.muted', color: 'fg' },
  },
})

interface SideNavProps {
  brand: ReactNode
  /** Stands for the brand on the rail. */
  mark: ReactNode
  groups: readonly NavGroup[]
  path: string
  collapsed: boolean
  onCollapse: (collapsed: boolean) => void
  /** Ink in both colour modes: the console's key. */
  ink: boolean
  LinkComponent?: ElementType
}

/** Navigation at the left from tablet width on, foldable to icons. */
export function SideNav({
  brand,
  mark,
  groups,
  path,
  collapsed,
  onCollapse,
  ink,
  LinkComponent,
}: SideNavProps) {
  const FoldIcon = collapsed ? PanelLeftOpen : PanelLeftClose
  return (
    <Rail aria-label="Main" collapsed={collapsed} ink={ink} className={ink ? 'chakra-theme dark' : undefined}>
      <chakra.div
        h="topBar"
        flexShrink="0"
        display="flex"
        alignItems="center"
        px={collapsed ? '5' : { md: '5', lg: '6' }}
        overflow="hidden"
      >
        {!collapsed && <chakra.div display={{ base: 'none', lg: 'flex' }}>{brand}</chakra.div>}
        <chakra.div display={collapsed ? 'flex' : { md: 'flex', lg: 'none' }}>{mark}</chakra.div>
      </chakra.div>
      <Groups>
        <NavGroups {...{ groups, path, collapsed }} {...(LinkComponent ? { LinkComponent } : {})} />
      </Groups>
      <Fold type="button" aria-expanded={!collapsed} onClick={() => onCollapse(!collapsed)}>
        <FoldIcon size={18} aria-hidden />
        <chakra.span srOnly={collapsed || undefined}>
          {collapsed ? 'Widen navigation' : 'Fold navigation'}
        </chakra.span>
      </Fold>
    </Rail>
  )
}

interface NavGroupsProps {
  groups: readonly NavGroup[]
  path: string
  collapsed?: boolean
  onFollow?: () => void
  LinkComponent?: ElementType
}

/** The navigation's groups, shared by the side and the phone's sheet. */
export function NavGroups({ groups, collapsed = false, ...link }: NavGroupsProps) {
  return groups.map((group, index) => (
    <div key={group.label ?? index}>
      {group.label && !collapsed && <GroupLabel>{group.label}</GroupLabel>}
      <chakra.ul display="grid" gap="0.5" aria-label={group.label}>
        {group.entries.map((entry) => (
          <li key={entry.href}>
            <NavLink entry={entry} collapsed={collapsed} {...link} />
          </li>
        ))}
      </chakra.ul>
    </div>
  ))
}
