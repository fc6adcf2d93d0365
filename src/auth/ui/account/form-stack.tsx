'use client'

import { chakra } from '@chakra-ui/react/styled-system'

/** Fields of a form below each other, no wider than reads well. */
export const FormStack = chakra('form', { base: { display: 'grid', gap: '5', maxW: 'form' } })
