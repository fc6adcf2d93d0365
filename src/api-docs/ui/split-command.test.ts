import { describe, expect, it } from 'vitest'
import { guide } from '../guide/guide.ts'
import { splitCommand } from './split-command.ts'

describe('splitCommand', () => {
  it('tells program, flags, variables and texts apart', () => {
    const parts = splitCommand('curl -X PATCH "$BERTH/pets" -d \'{ "name": "Pip" }\'')
    expect(parts.filter(({ kind }) => kind !== 'plain')).toEqual([
      { kind: 'program', text: 'curl' },
      { kind: 'flag', text: '-X' },
      { kind: 'variable', text: '$BERTH' },
      { kind: 'flag', text: '-d' },
      { kind: 'text', text: '"name"' },
      { kind: 'text', text: '"Pip"' },
    ])
  })

  it('loses nothing of a command', () => {
    const commands = guide.flatMap(({ steps }) => steps.map(({ command = '' }) => command))
    for (const command of commands) {
      expect(
        splitCommand(command)
          .map(({ text }) => text)
          .join(''),
      ).toBe(command)
    }
  })
})
