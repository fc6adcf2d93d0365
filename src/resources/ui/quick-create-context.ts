'use client'

import { createContext } from 'react'
import type { AnyRecord } from '../procedure-path.ts'
import type { RecordTarget } from './record-target.ts'

/** Opens a form for a record that another form needs, and hands it over once it is there. */
export type QuickCreate = (target: RecordTarget, onCreated: (record: AnyRecord) => void) => void

/** Null where a form cannot open another one, such as inside one that was opened that way. */
export const QuickCreateContext = createContext<QuickCreate | null>(null)
