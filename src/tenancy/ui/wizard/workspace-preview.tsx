'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Clock, Coins, Layers, ListChecks, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { BerthDrawing } from '#src/provisioning/ui/berth-drawing.tsx'
import { initialsOf } from '#src/ui/format/initials.ts'
import type { SignUpOptions } from '../../sign-up.ts'
import { extraModules, servicesOfIndustry, type Answers } from './answers.ts'
import { IndustryIcon } from './industry-icon.tsx'
import { planOffers } from './plan-offers.ts'
import { stepIndex, wizardSteps } from './wizard-steps.ts'

const Card = chakra('aside', {
  base: {
    position: 'sticky',
    top: '8',
    bg: 'bg.panel',
    borderWidth: '1px',
    borderRadius: 'panel',
    boxShadow: 'float',
    overflow: 'hidden',
    animation: 'fade-in',
  },
})
const Facts = chakra('ul', { base: { listStyle: 'none', display: 'grid', gap: '3', mt: '5' } })
const Fact = chakra('li', {
  base: {
    display: 'flex',
    gap: '3',
    alignItems: 'flex-start',
    minH: '5',
    '& svg': { color: 'accent.fg', mt: '0.5', flexShrink: '0' },
    '&[data-open] svg': { color: 'border.emphasized' },
  },
})
/** Stands where an answer will be. */
const Blank = chakra('span', {
  base: {
    display: 'block',
    h: '0',
    mt: '2.5',
    borderTopWidth: '2px',
    borderStyle: 'dotted',
    borderColor: 'border.emphasized',
  },
})

/** What the workspace will be, as far as the answers tell; grows with each of them. */
export function WorkspacePreview({ options, reached }: { options: SignUpOptions; reached: number }) {
  const { control } = useFormContext<Answers>()
  const [business, subdomain, fullName, preferences] = useWatch({
    control,
    name: ['business', 'subdomain', 'owner.fullName', 'preferences'],
  })
  const industry = options.industries.find(({ id }) => id === business.industry)
  const extras = extraModules(options, business.industry).filter(({ id }) => preferences.modules.includes(id))
  const services = servicesOfIndustry(options, business.industry)
  const chosen = services.filter(({ key }) => preferences.services.includes(key)).length
  const plan = planOffers.find(({ id }) => id === preferences.plan)
  const knowsPreferences = reached >= stepIndex('preferences')

  return (
    <Card aria-label="Preview of your workspace">
      <BerthDrawing
        progress={(0.42 * reached) / (wizardSteps.length - 1)}
        bollards={9}
        lit={0}
        initials={initialsOf(business.name)}
        flat
      />
      <chakra.div p="6">
        <chakra.p textStyle="lg" fontWeight="semibold" overflowWrap="anywhere" lineClamp="2" minH="6">
          {business.name ? <bdi>{business.name}</bdi> : <Blank w="60%" />}
        </chakra.p>
        <chakra.p
          fontFamily="mono"
          textStyle="sm"
          color="fg.muted"
          overflowWrap="anywhere"
          dir="ltr"
          minH="5"
          mt="1"
        >
          {subdomain ? `${subdomain}.${options.domain}` : <Blank w="80%" />}
        </chakra.p>
        <Facts>
          <Line icon={<IndustryIcon industry={business.industry} size={16} />}>{industry?.title}</Line>
          {extras.map((module) => (
            <Line key={module.id} icon={<IndustryIcon industry={module.id} size={16} />}>
              {module.title}
            </Line>
          ))}
          <Line icon={<UserRound size={16} aria-hidden />}>{fullName && <bdi>{fullName}</bdi>}</Line>
          <Line icon={<Clock size={16} aria-hidden />}>
            {knowsPreferences && preferences.timezone.replaceAll('_', ' ').replaceAll('/', ' / ')}
          </Line>
          <Line icon={<Coins size={16} aria-hidden />}>{knowsPreferences && preferences.currency}</Line>
          <Line icon={<Layers size={16} aria-hidden />}>
            {knowsPreferences && plan && `${plan.title} plan`}
          </Line>
          {knowsPreferences && chosen > 0 && (
            <Line icon={<ListChecks size={16} aria-hidden />}>
              {chosen === 1 ? '1 service to start with' : `${chosen} services to start with`}
            </Line>
          )}
        </Facts>
      </chakra.div>
    </Card>
  )
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <Fact data-open={children ? undefined : true}>
      {icon}
      {children ? (
        <chakra.span minW="0" overflowWrap="anywhere" animation="rise">
          {children}
        </chakra.span>
      ) : (
        <Blank flex="1" />
      )}
    </Fact>
  )
}
