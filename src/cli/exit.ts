/** What the shell is told: done, a problem was found or met, called wrongly. */
export const EXIT = { done: 0, problem: 1, usage: 2 } as const

/** Ends a command with a sentence for the terminal. An empty one when everything was said already. */
export class CommandFailure extends Error {
  readonly exitCode: number

  constructor(message: string, exitCode: number = EXIT.problem) {
    super(message)
    this.name = 'CommandFailure'
    this.exitCode = exitCode
  }
}
