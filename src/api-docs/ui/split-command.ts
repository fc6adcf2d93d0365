export type CommandPart = { kind: 'plain' | 'program' | 'flag' | 'variable' | 'text'; text: string }

const WORDS =
  /(?<program>\bcurl\b|^export\b)|(?<flag>(?<=\s)--?[a-zA-Z][\w-]*)|(?<quoted>"[^"\n]*\$[^"\n]*")|(?<variable>\$\w+|\b[A-Z_]{3,}(?==))|(?<text>"[^"$]*")/gm

/** Tells the parts of a shell command apart that are drawn in colours of their own. */
export function splitCommand(command: string): CommandPart[] {
  const parts: CommandPart[] = []
  let end = 0
  for (const match of command.matchAll(WORDS)) {
    const [kind = 'plain', text = ''] = Object.entries(match.groups ?? {}).find(([, found]) => found) ?? []
    if (match.index > end) parts.push({ kind: 'plain', text: command.slice(end, match.index) })
    if (kind === 'quoted') parts.push(...splitQuoted(text))
    else parts.push({ kind: kind as CommandPart['kind'], text })
    end = match.index + match[0].length
  }
  if (end < command.length) parts.push({ kind: 'plain', text: command.slice(end) })
  return parts
}

/** Between double quotes a shell still reads variables. */
function splitQuoted(quoted: string): CommandPart[] {
  return quoted
    .split(/(\$\w+)/)
    .map((text): CommandPart => ({ kind: text.startsWith('$') ? 'variable' : 'plain', text }))
}
