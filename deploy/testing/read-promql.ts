export type Selector = { name: string; label: string; values: string[] }

const SELECTOR = /([a-zA-Z_:][\w:]*)\{([^}]*)\}/g
const MATCHER = /(\w+)(=~|!~|!=|=)"([^"]*)"/g
/** Words of the language that stand where a name could. */
const WORDS = new Set(['and', 'or', 'unless', 'bool', 'offset', 'inf', 'nan'])

/** The names of the numbers that an expression asks for. */
export function readNames(expr: string): string[] {
  const bare = expr
    .replaceAll(/\{[^}]*\}/g, '')
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, '')
  const words = bare.matchAll(/(?<![\w.$])([a-zA-Z_:][\w:]*)\b(?!\s*\()/g)
  const names = [...words]
    .map(([, word = '']) => word)
    .filter((word) => !WORDS.has(word) && !isAggregate(word))
  return [...new Set(names)]
}

/** `sum by (x) (…)`: what stands between hides the bracket. */
function isAggregate(word: string): boolean {
  return ['sum', 'max', 'min', 'avg', 'count', 'topk', 'absent'].includes(word)
}

/** What an expression asks of labels. A pattern of words with `|` between is taken apart; others name no value. */
export function readSelectors(expr: string): Selector[] {
  return [...expr.matchAll(SELECTOR)].flatMap(([, name = '', matchers = '']) =>
    [...matchers.matchAll(MATCHER)].map(([, label = '', operator = '', value = '']) => ({
      name,
      label,
      values: operator.includes('~') ? value.split('|').filter((word) => /^[\w-]+$/.test(word)) : [value],
    })),
  )
}
