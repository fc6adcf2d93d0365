import type { Socket } from 'socket.io-client'
import type { WatchAnswer } from '#src/realtime/protocol.ts'
import { openSocket, type SocketCredentials } from '../open-socket.ts'
import type { Lab } from './lab.ts'

type Opening = SocketCredentials & { name: string }
/** @property answer what came back, as text: a snapshot, the code of a refusal, or that no socket was opened */
export type SocketAnswer = { call: string; code: string; answer: string }

const ANSWER_MS = 10_000

/** Asks for every topic of the victim with every credential on every host. */
export async function attackSockets(lab: Lab): Promise<SocketAnswer[]> {
  const { attacker, victim } = lab
  const openings: Opening[] = [
    { name: 'nothing' },
    ...Object.entries(attacker.people).map(([role, { token }]) => ({ name: role, bearer: token })),
    { name: 'cookie of the owner', cookie: attacker.people.owner.cookie },
    { name: 'watch token', token: attacker.watchToken },
    { name: 'API token', bearer: attacker.apiTokens.good },
    { name: 'API token as watch token', token: attacker.apiTokens.good },
    { name: 'forged token', bearer: `${victim.people.owner.token.slice(0, -3)}AAA` },
  ]
  const topics = [
    `run:${victim.runId}`,
    `tenant:${victim.tenantId}`,
    `records:${victim.tenantId}`,
    'fleet',
    'fleet-changes',
    `run:${victim.tenantId}`,
    `tenant:${victim.runId}`,
    `run:${victim.runId.toUpperCase()}`,
    `run:${victim.runId}\n`,
  ]
  const answers: SocketAnswer[] = []
  for (const opening of openings) {
    for (const host of [attacker.subdomain, victim.subdomain, null]) {
      const call = `${opening.name} on ${host ?? 'the apex'}`
      const socket = await tryToOpen(lab, opening, host)
      if (!socket) {
        answers.push({ call, code: 'UNAUTHENTICATED', answer: '' })
        continue
      }
      for (const topic of topics) {
        for (const token of [undefined, attacker.watchToken]) {
          const answer: WatchAnswer = await socket
            .timeout(ANSWER_MS)
            .emitWithAck('watch', { topic, after: 0, ...(token ? { token } : {}) })
          const code = answer.ok ? 'OK' : answer.error.code
          answers.push({ call: `${call}: ${topic}`, code, answer: JSON.stringify(answer) })
        }
      }
      socket.disconnect()
    }
  }
  return answers
}

/** Everything the attacker's people are sent while `body` runs, each watching the changed records of their own. */
export async function listenAsAttacker(lab: Lab, body: () => Promise<void>): Promise<string> {
  const { attacker } = lab
  const heard: unknown[] = []
  const sockets: Socket[] = []
  for (const { token } of Object.values(attacker.people)) {
    const { port } = lab.server
    const socket = await openSocket({ port, subdomain: attacker.subdomain }, { bearer: token })
    socket.onAny((...message: unknown[]) => heard.push(message))
    await socket.timeout(ANSWER_MS).emitWithAck('watch', { topic: `records:${attacker.tenantId}` })
    sockets.push(socket)
  }
  await body()
  for (const socket of sockets) socket.disconnect()
  return JSON.stringify(heard)
}

/** @returns null when nobody is let in with these credentials */
async function tryToOpen(
  { server: { port } }: Lab,
  opening: Opening,
  subdomain: string | null,
): Promise<Socket | null> {
  return openSocket({ port, subdomain }, opening).catch(() => null)
}
