'use client'

import { Skeleton } from '@chakra-ui/react/skeleton'
import { chakra } from '@chakra-ui/react/styled-system'
import { SkeletonRows } from '#src/ui/feedback/skeleton-rows.tsx'

const Box = chakra('div', {
  base: { bg: 'bg.panel', borderWidth: '1px', borderRadius: 'panel', px: '4', py: '5' },
})

/** The outline of a resource's page, in the measures of the real one. */
export function TableSkeleton() {
  return (
    <>
      <chakra.div mb="6" aria-hidden>
        <Skeleton h="8" w="32" />
        <Skeleton h="5" w="72" maxW="100%" mt="2" />
      </chakra.div>
      <Box>
        <SkeletonRows rows={10} label="Loading the page" />
      </Box>
    </>
  )
}
