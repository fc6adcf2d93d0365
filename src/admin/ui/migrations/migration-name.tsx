import { chakra } from '@chakra-ui/react/styled-system'
import { Fragment } from 'react'

const Name = chakra('span', {
  base: {
    fontFamily: 'mono',
    textStyle: 'sm',
    overflowWrap: 'anywhere',
    '& > span': { whiteSpace: 'nowrap' },
  },
})

/** A migration as `module/name`; long ones break between their words. */
export function MigrationName({ id }: { id: string }) {
  const [module = '', name = ''] = id.split('/')
  return (
    <Name>
      <span>{module}/</span>
      <wbr />
      {name.split('_').map((word, index) => (
        <Fragment key={index}>
          {index > 0 && (
            <>
              _<wbr />
            </>
          )}
          {word}
        </Fragment>
      ))}
    </Name>
  )
}
