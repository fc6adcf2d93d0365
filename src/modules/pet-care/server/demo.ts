import type { AnyRecord } from '#src/resources/procedure-path.ts'
import type { DemoBuilder, DemoContext } from '#src/resources/server/demo.ts'
import { addDiary, dayFrom } from './demo-diary.ts'
import { demoOwners, demoPackages, demoResources, demoServices, demoStaff } from './demo-salon.ts'

/** A salon with two groomers and a trainer, a fortnight of their diaries, and what was paid. */
export const petCareDemo: DemoBuilder = async (demo) => {
  const { owners, pets } = await addOwners(demo)
  await addPackages(demo, owners)
  for (const [index, person] of demoStaff.entries()) {
    const services: AnyRecord[] = []
    for (const values of demoServices[index] ?? []) services.push(await demo.create('services', values))
    const place = demoResources[index]
    if (!place) continue
    await addDiary(demo, {
      staff: await demo.create('staff', person),
      resource: await demo.create('resources', place),
      services,
      // Nobody's pet is at two places at once.
      pets: pets.filter((_, position) => position % demoStaff.length === index),
    })
  }
}

/** Owners with their pets, all vaccinated; the first of them signs in as a client. */
async function addOwners(demo: DemoContext): Promise<{ owners: AnyRecord[]; pets: AnyRecord[] }> {
  const client = demo.people.find(({ role }) => role === 'client')
  const [owners, pets]: [AnyRecord[], AnyRecord[]] = [[], []]
  for (const { name, pets: animals } of demoOwners) {
    const email = `${name.toLowerCase().replace(' ', '.')}@example.com`
    const userId = owners.length === 0 ? (client?.id ?? null) : null
    const owner = await demo.create('owners', { name, email, phone: '+44 20 7946 0000', userId })
    owners.push(owner)
    for (const [petName, species, breed, dateOfBirth] of animals) {
      const pet = await demo.create('pets', { name: petName, ownerId: owner.id, species, breed, dateOfBirth })
      await demo.create('vaccination-records', {
        ...{ petId: pet.id, vaxType: species === 'dog' ? 'Rabies' : 'Core vaccines' },
        ...{
          date: dayFrom(demo, -200 + pets.length * 10),
          expiryDate: dayFrom(demo, 165 + pets.length * 10),
        },
      })
      pets.push(pet)
    }
  }
  return { owners, pets }
}

async function addPackages(demo: DemoContext, owners: readonly AnyRecord[]): Promise<void> {
  for (const [index, values] of demoPackages.entries()) {
    const sold = await demo.create('packages', values)
    const ownerId = owners[index]?.id
    const purchase = await demo.create('package-purchases', {
      ...{ ownerId, packageId: sold.id, purchasedOn: dayFrom(demo, -20) },
    })
    await demo.create('payments', {
      ...{ ownerId, purchaseId: purchase.id, type: 'package', status: 'completed' },
      ...{ amountCents: sold['priceCents'], currency: demo.currency },
    })
  }
}
