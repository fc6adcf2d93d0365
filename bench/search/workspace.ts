import type pg from 'pg'
import { quoteIdentifier } from '#src/db/server/quote-identifier.ts'
import type { TenantPlacement } from '#src/db/server/tenant-scope.ts'
import { createTestClient, type Workspace } from '#src/server/testing/test-client.ts'

export type SearchWorkspace = Workspace & TenantPlacement

const OWNERS = 20_000
const PETS = 100_000

/** Pets of the one breed that few have, and what finds them. */
export const RARE = { word: 'xoloitz', breed: 'Xoloitzcuintle', every: 9_973 }

const names = {
  first: `Ada Amara Anton Beatriz Carmen Chidi Clara David Elena Emre Farid Fiona Grace Hannah Hugo Imani Ivan Jasmin
    Jonas Karin Lars Layla Leo Maja Marco Mei Miriam Nadia Nils Noor Olga Oscar Paula Pedro Rosa Samir Sofia Tariq`,
  last: `Abbott Almeida Bauer Becker Brandt Castro Chen Clarke Cohen Conti Dubois Eriksen Fischer Garcia Haddad Hansen
    Ivanova Jansen Kaya Keller Kowalski Larsen Lopez Marin Martin Meyer Moreau Nagy Novak Okafor Okonkwo Park Patel
    Petrov Rossi Sato Schmidt Silva Singh Svensson Tanaka Torres Vogel Walsh Weber Wright Yilmaz Zimmermann`,
  pet: `Alfie Archie Bailey Bella Biscuit Bramble Buddy Charlie Coco Daisy Dexter Ella Finn Frida Ginger Hazel Honey
    Jasper Juno Kiwi Lola Loki Luna Maple Max Milo Minnie Mocha Nala Nero Olive Otis Peanut Pepper Pixie Poppy Rex
    Rocky Rosie Ruby Sam Scout Shadow Simba Teddy Tilly Toby Willow Winnie Ziggy`,
  breed: `Beagle Boxer Bulldog Chihuahua Collie Corgi Dachshund Dalmatian Havanese Hovawart Labrador Maltese Pointer
    Poodle Pug Rottweiler Samoyed Setter Spaniel Vizsla Weimaraner Whippet`,
}

/** A signed-up workspace with 100,000 pets of 20,000 owners. @param inspector a connection of the superuser */
export async function createSearchWorkspace(port: number, inspector: pg.Client): Promise<SearchWorkspace> {
  const workspace = await createTestClient(port).createWorkspace()
  const { rows } = await inspector.query<{ schemaName: string; roleName: string }>(
    `select schema_name as "schemaName", role_name as "roleName" from platform.tenants where id = $1`,
    [workspace.tenantId],
  )
  const [placement] = rows
  if (!placement) throw new Error('The workspace was not built.')
  await fill(inspector, { schemaName: placement.schemaName, tenantId: workspace.tenantId })
  return { ...workspace, ...placement }
}

/** The same rows each time but for their ids, which follow the time as the product's do; words follow each other in no order that an index would profit from. */
async function fill(
  inspector: pg.Client,
  { schemaName, tenantId }: { schemaName: string; tenantId: string },
): Promise<void> {
  await inspector.query(`
    set search_path to ${quoteIdentifier(schemaName)};
    insert into owners (id, tenant_id, name, email, phone, address)
      select uuidv7(), '${tenantId}', ${word('first', 1)} || ' ' || ${word('last', 2)},
        'owner' || n || '@bench.test', '+44 20 7946 ' || lpad((n % 10000)::text, 4, '0'), n || ' Harbour Street'
      from generate_series(1, ${OWNERS}) n;
    insert into pets (id, tenant_id, name, owner_id, species, breed, date_of_birth, weight, medical_notes)
      select uuidv7(), '${tenantId}', ${word('pet', 3)}, o.id, 'dog',
        case when n % ${RARE.every} = 0 then '${RARE.breed}' else ${word('breed', 4)} end,
        date '2012-01-01' + n % 4000, 2 + n % 40, 'Allergic to chicken; ask for the vet in Quay Road before any medicine.'
      from generate_series(1, ${PETS}) n
      join (select id, row_number() over () as position from owners) o on o.position = 1 + n % ${OWNERS}`)
  // One by one: vacuum runs in no transaction, and several statements of one message are one.
  for (const table of ['owners', 'pets']) await inspector.query(`vacuum analyze ${table}`)
}

/** An SQL expression: one of the words, by chance that is the same each time. */
function word(list: keyof typeof names, salt: number): string {
  const words = names[list].split(/\s+/)
  return `(array['${words.join("','")}'])[1 + abs(hashint4extended(n, ${salt}) % ${words.length})]`
}
