'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { useFormContext, useWatch } from 'react-hook-form'
import type { SignUpOptions } from '../../sign-up.ts'
import { extraModules, type Answers } from './answers.ts'
import { IndustryIcon } from './industry-icon.tsx'
import { planOffers } from './plan-offers.ts'
import { initialsOf } from '#src/provisioning/ui/initials.ts'

const Card = chakra('aside', {
  base: {
    display: { base: 'none', lg: 'block' },
    position: 'sticky',
    top: '8',
    bg: 'bg.panel',
    borderWidth: '1px',
    borderRadius: 'panel',
    boxShadow: 'float',
    overflow: 'hidden',
  },
})

/** What the workspace will be, as far as the answers tell; grows with each of them. */
export function WorkspacePreview({ options, current }: { options: SignUpOptions; current: number }) {
  const { control } = useFormContext<Answers>()
  const { business, subdomain, owner, preferences } = useWatch({ control }) as Answers
  return (
    <Card aria-label="Preview of your workspace">
      <p>{initialsOf(business.name)}</p>
      <p>{business.name}</p>
      <p>
        {subdomain}.{options.domain}
      </p>
      <IndustryIcon industry={business.industry} />
      <p>
        {owner.fullName} {current} {planOffers.length} {preferences.timezone}{' '}
        {extraModules(options, business.industry).length}
      </p>
    </Card>
  )
}
