import { cookies } from 'next/headers'

/** Whether the navigation was folded when this browser last saw it. */
export async function readIsFolded(): Promise<boolean> {
  return (await cookies()).get('berth-nav')?.value === 'folded'
}
