import { notFound } from 'next/navigation'

/** Every other address: nothing is there, but the navigation stays. */
export default function MissingPage() {
  notFound()
}
