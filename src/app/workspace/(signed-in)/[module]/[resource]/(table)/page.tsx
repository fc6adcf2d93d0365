/** The table alone: it is the layout's. */
export default function TablePage() {
  return null
}
