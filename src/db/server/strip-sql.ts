/** Comments, texts in quotes and bodies in dollars: what may contain any word without meaning it. */
const SILENT = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1/g

/** SQL without what only speaks: comments go, texts and function bodies become empty texts. */
export function stripSql(sql: string): string {
  return sql.replaceAll(SILENT, (found) => (found.startsWith('--') || found.startsWith('/*') ? ' ' : "''"))
}
