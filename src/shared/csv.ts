/**
 * One line of a file for spreadsheets, by RFC 4180: quotes doubled, cells quoted where they have to be, ended by CR LF.
 * What must not run as a formula has been marked before, by `withoutFormula`.
 */
export function csvLine(cells: readonly string[]): string {
  const printed = cells.map((text) => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
  return `${printed.join(',')}\r\n`
}

/** Spreadsheets take text that begins like this for a formula, and run it; a quote in front marks it as text. */
export function withoutFormula(text: string): string {
  return /^\s*[=+\-@]|^[\t\r]/.test(text) ? `'${text}` : text
}
