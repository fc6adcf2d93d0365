import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnswers } from './answers.ts'
import { deleteDraft, readDraft, writeDraft } from './draft-storage.ts'
import { sampleAnswers, stubSessionStorage } from './testing/sample-sign-up.ts'

let kept: Map<string, string>
beforeEach(() => {
  kept = stubSessionStorage()
})

describe('the draft of a sign-up', () => {
  it('brings back every answer but the password', () => {
    const answers = sampleAnswers()
    writeDraft({ answers, furthest: 3, suggested: 'harbour', createdRunId: 'run-1' })
    expect([...kept.values()].join()).not.toContain(answers.owner.password)
    expect(readDraft()).toEqual({
      answers: { ...answers, owner: { ...answers.owner, password: '' } },
      furthest: 3,
      suggested: 'harbour',
      createdRunId: 'run-1',
    })
  })

  it('fills what an older draft does not have, and drops what has another shape', () => {
    const stored = { answers: { business: { name: 'Quay', phone: 7 }, preferences: { services: [1] } } }
    kept.set('berth.sign-up', JSON.stringify(stored))
    const empty = createAnswers()
    expect(readDraft()).toEqual({
      answers: { ...empty, business: { ...empty.business, name: 'Quay' } },
      furthest: 0,
      suggested: '',
    })
  })

  it.each(['', 'null', '7', '{"answers":[]}', '{broken'])('is none when %j is stored', (text) => {
    kept.set('berth.sign-up', text)
    expect(readDraft()).toBeNull()
  })

  it('does without a storage that refuses', () => {
    vi.stubGlobal('sessionStorage', {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    })
    expect(() => writeDraft({ answers: sampleAnswers(), furthest: 0, suggested: '' })).not.toThrow()
    expect(readDraft()).toBeNull()
    expect(deleteDraft).not.toThrow()
  })
})
