/** A record opened over the table: the layout reads which one from the address. */
export default function RecordPage() {
  return null
}
