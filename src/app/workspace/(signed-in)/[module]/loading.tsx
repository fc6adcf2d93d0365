import { TableSkeleton } from '#src/resources/ui/table/table-skeleton.tsx'

/** Stands in for a table while its page is on its way. */
export default function Loading() {
  return <TableSkeleton />
}
