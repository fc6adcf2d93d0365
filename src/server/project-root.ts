import { fileURLToPath } from 'node:url'

/** The folder the project lies in. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
