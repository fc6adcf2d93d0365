import { bookings } from './bookings.ts'
import { firstCalls } from './first-calls.ts'
import { goodToKnow } from './good-to-know.ts'
import type { GuideSection } from './guide-step.ts'
import { records } from './records.ts'
import { stayingSignedIn } from './staying-signed-in.ts'

/** First steps with the API, in the order they are read; a test runs every command as it stands here. */
export const guide: readonly GuideSection[] = [firstCalls, records, bookings, stayingSignedIn, goodToKnow]
