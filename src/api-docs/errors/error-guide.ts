import type { ErrorCode } from '#src/shared/errors/catalogue.ts'
import type { ErrorAdvice } from './error-advice.ts'
import { ourSide } from './our-side.ts'
import { whatStandsInTheWay } from './what-stands-in-the-way.ts'
import { whatWasAsked } from './what-was-asked.ts'
import { whoCalls } from './who-calls.ts'

/** Parts of the page about errors; a code that is missing here does not compile. */
export const errorParts: readonly { id: string; title: string; codes: readonly ErrorCode[] }[] = [
  part('who-calls', 'Who calls', whoCalls),
  part('what-was-asked', 'What was asked', whatWasAsked),
  part('what-stands-in-the-way', 'What stands in the way', whatStandsInTheWay),
  part('our-side', 'Our side', ourSide),
]

/** Advice on every code of the catalogue. */
export const errorGuide: Readonly<Record<ErrorCode, ErrorAdvice>> = {
  ...whoCalls,
  ...whatWasAsked,
  ...whatStandsInTheWay,
  ...ourSide,
}

function part(id: string, title: string, advice: Partial<Record<ErrorCode, ErrorAdvice>>) {
  return { id, title, codes: Object.keys(advice) as ErrorCode[] }
}
