'use client'

import { chakra } from '@chakra-ui/react/styled-system'
import { Check, Circle } from 'lucide-react'

/** What a score function says of a password. */
export interface PasswordScore {
  /** 0 (useless) to 4 (strong). */
  level: 0 | 1 | 2 | 3 | 4
  /** One word for the level, such as `weak`. */
  word: string
  /** The rules, each with whether it is met. */
  rules?: { label: string; met: boolean }[]
}

const Bars = chakra('div', { base: { display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: '1' } })
const Bar = chakra('span', {
  base: {
    h: '1',
    borderRadius: 'full',
    bg: 'bg.emphasized',
    transitionProperty: 'background-color',
    transitionDuration: 'slow',
  },
})
const Rules = chakra('ul', {
  base: { display: 'flex', flexWrap: 'wrap', columnGap: '4', rowGap: '1', textStyle: 'sm' },
})
const Rule = chakra('li', {
  base: { display: 'flex', alignItems: 'center', gap: '1.5', color: 'fg.muted' },
  variants: { met: { true: { color: 'fg.success' } } },
})

const fills = ['red.solid', 'red.solid', 'amber.solid', 'green.solid', 'green.solid']

/** Four bars, the word for the level, and the rules with ticks. Colour is never the only sign. */
export function PasswordStrength({ score }: { score: PasswordScore | undefined }) {
  const level = score?.level ?? 0
  return (
    <chakra.div display="grid" gap="2" pt="1">
      <Bars aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <Bar key={step} bg={score && step <= Math.max(level, 1) ? fills[level] : undefined} />
        ))}
      </Bars>
      <chakra.p role="status" textStyle="sm" color="fg.muted" srOnly={!score}>
        {score ? `Strength: ${score.word}` : ''}
      </chakra.p>
      {score?.rules && (
        <Rules>
          {score.rules.map((rule) => (
            <Rule key={rule.label} met={rule.met}>
              {rule.met ? <Check size={14} aria-hidden /> : <Circle size={14} aria-hidden />}
              {rule.label}
              <chakra.span srOnly>{rule.met ? '(met)' : '(not met)'}</chakra.span>
            </Rule>
          ))}
        </Rules>
      )}
    </chakra.div>
  )
}
