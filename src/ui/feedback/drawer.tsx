'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { X } from 'lucide-react'
import { useId, useRef, type ReactNode } from 'react'
import { useModal } from '../overlay/use-modal.ts'
import { LiveRegion } from './live-region.tsx'

const Sheet = chakra('dialog', {
  base: {
    position: 'fixed',
    inset: '0',
    insetInlineStart: 'auto',
    m: '0',
    h: 'dvh',
    maxH: 'dvh',
    w: { base: '100vw', sm: 'min(100vw, var(--drawer-width))' },
    maxW: '100vw',
    bg: 'bg.panel',
    color: 'fg',
    borderInlineStartWidth: { base: '0', sm: '1px' },
    boxShadow: 'float',
    overflow: 'hidden',
    overscrollBehavior: 'contain',
    _open: {
      animation: { base: 'slide-in-bottom 180ms {easings.out}', sm: 'slide-in-end 180ms {easings.out}' },
    },
    _backdrop: { bg: 'rgb(7 17 19 / 0.45)', animation: 'fade-in' },
  },
  variants: {
    size: {
      md: { '--drawer-width': '30rem' },
      lg: { '--drawer-width': '42rem' },
    },
  },
  defaultVariants: { size: 'md' },
})
const Column = chakra('div', { base: { display: 'flex', flexDirection: 'column', h: '100%' } })
const Head = chakra('header', {
  base: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '3',
    px: { base: '4', sm: '6' },
    py: '4',
    borderBottomWidth: '1px',
  },
})
const Body = chakra('div', {
  base: {
    flex: '1',
    minH: '0',
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    '--surface': 'colors.bg.panel',
    '--surface-inset': { base: 'spacing.4', sm: 'spacing.6' },
    '--surface-end': 'spacing.5',
    px: 'var(--surface-inset)',
    py: 'var(--surface-end)',
  },
})
const Foot = chakra('footer', {
  base: {
    px: { base: '4', sm: '6' },
    py: '3',
    borderTopWidth: '1px',
    pb: 'calc(0.75rem + env(safe-area-inset-bottom))',
  },
})
const Close = chakra('button', {
  base: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: '0',
    boxSize: { base: '11', sm: '9' },
    my: '-1',
    me: '-2',
    borderRadius: 'control',
    color: 'fg.muted',
    cursor: 'button',
    focusVisibleRing: 'outside',
    _hover: { bg: 'bg.muted', color: 'fg' },
  },
})

interface DrawerProps {
  open: boolean
  /** Asked for by the close button, Escape, or a click beside it; the owner may first ask about unsaved changes. */
  onClose: () => void
  title: string
  description?: ReactNode
  /** Beside the title, such as a `StatusBadge`. */
  aside?: ReactNode
  /** Stays at the bottom edge. A form inside usually ends with a sticky `SubmitBar` instead. */
  footer?: ReactNode
  size?: 'md' | 'lg'
  children: ReactNode
}

/** A sheet from the right for one record or form; the whole screen on phones. */
export function Drawer({
  open,
  onClose,
  title,
  description,
  aside,
  footer,
  size = 'md',
  children,
}: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useModal(dialog, open, onClose)
  return (
    <Sheet ref={dialog} size={size} aria-labelledby={titleId}>
      {open && (
        <Column>
          <Head>
            <chakra.div flex="1" minW="0">
              <chakra.div display="flex" flexWrap="wrap" alignItems="center" columnGap="3">
                <chakra.h2 id={titleId} textStyle="xl" fontWeight="semibold" overflowWrap="anywhere">
                  {title}
                </chakra.h2>
                {aside}
              </chakra.div>
              {description && (
                <chakra.div color="fg.muted" textStyle="sm">
                  {description}
                </chakra.div>
              )}
            </chakra.div>
            <Close type="button" aria-label="Close" onClick={onClose}>
              <X size={18} aria-hidden />
            </Close>
          </Head>
          <Body>{children}</Body>
          {footer && <Foot>{footer}</Foot>}
          <LiveRegion />
        </Column>
      )}
    </Sheet>
  )
}
