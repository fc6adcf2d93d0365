'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { usePathname } from 'next/navigation'
import type { ElementType, ReactNode } from 'react'
import { BottomBar } from './bottom-bar.tsx'
import type { NavGroup } from './nav-link.tsx'
import { SideNav } from './side-nav.tsx'
import { SkipLink } from './skip-link.tsx'
import { TopBar } from './top-bar.tsx'
import { useNavFold } from './use-nav-fold.ts'

interface AppShellProps {
  /** `console`: navigation and top bar in ink, so that nobody takes it for a workspace. */
  tone?: 'workspace' | 'console'
  /** Name or logo at the head of the navigation, linked by the caller. */
  brand: ReactNode
  /** What remains of the brand when the navigation is folded; defaults to the brand itself. */
  brandMark?: ReactNode
  groups: readonly NavGroup[]
  /** Slots of the top bar: search field, live status, person menu. */
  search?: ReactNode
  status?: ReactNode
  person?: ReactNode
  /** A slim line above everything, such as `ConnectionBanner`. */
  banner?: ReactNode
  /** What has to be seen all the time, above the top bar and as long as that. */
  notice?: ReactNode
  /** What the server read from the `berth-nav` cookie (`folded`), so that the first paint is right already. */
  defaultCollapsed?: boolean
  LinkComponent?: ElementType
  children: ReactNode
}

/** The frame of workspace and console: navigation left (bottom bar on phones), top bar, content. */
export function AppShell(props: AppShellProps) {
  const { tone = 'workspace', brand, brandMark, groups, defaultCollapsed, LinkComponent, children } = props
  const path = usePathname()
  const [collapsed, setCollapsed] = useNavFold(defaultCollapsed ?? false)
  const ink = tone === 'console'

  const link = LinkComponent ? { LinkComponent } : {}
  const mark = brandMark ?? brand
  return (
    <chakra.div display="flex" alignItems="stretch" minH="dvh">
      <SkipLink />
      <SideNav
        brand={brand}
        mark={mark}
        groups={groups}
        path={path}
        collapsed={collapsed}
        onCollapse={setCollapsed}
        ink={ink}
        {...link}
      />
      <chakra.div flex="1" minW="0" display="flex" flexDirection="column" pb={{ base: '16', md: '0' }}>
        {props.banner}
        <chakra.div position="sticky" top="0" zIndex="bar">
          {props.notice}
          <TopBar mark={mark} search={props.search} status={props.status} person={props.person} ink={ink} />
        </chakra.div>
        <chakra.main
          id="main"
          tabIndex={-1}
          outline="0"
          flex="1"
          w="100%"
          maxW="content"
          mx="auto"
          px={{ base: '4', md: '8' }}
          py={{ base: '5', md: '8' }}
        >
          {children}
        </chakra.main>
      </chakra.div>
      <BottomBar groups={groups} path={path} ink={ink} {...link} />
    </chakra.div>
  )
}
