import type { GuideSection } from './guide-step.ts'

/** Everything that can be done with records, shown with pets; all others work alike. */
export const records: GuideSection = {
  id: 'records',
  title: 'Records',
  steps: [
    {
      id: 'create',
      title: 'Create',
      prose: [
        'A pet belongs to an owner, so the owner comes first. A new record answers 201 with everything that was stored, its `id` included.',
      ],
      command: `curl "$BERTH/api/v1/owners" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "Isla Drummond",
    "email": "isla@drummond.example"
  }'`,
      expect: { status: 201, body: { name: 'Isla Drummond' } },
      keep: { OWNER: 'id' },
    },
    {
      id: 'create-pet',
      title: 'Create, with a reference',
      prose: [
        'A reference is sent as an id, here `ownerId`, and answered with a label as well, so that you need not ask again to show it.',
      ],
      command: `curl "$BERTH/api/v1/pets" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "Bramble",
    "ownerId": "'"$OWNER"'",
    "species": "dog",
    "weight": 6.8
  }'`,
      expect: { status: 201, body: { name: 'Bramble', weight: 6.8, owner: { label: 'Isla Drummond' } } },
      keep: { PET: 'id' },
    },
    {
      id: 'list',
      title: 'List',
      prose: ['A list answers one page and says how many there are: `items`, `total`, `page`, `limit`.'],
      command: 'curl "$BERTH/api/v1/pets" -H "Authorization: Bearer $TOKEN"',
      expect: { status: 200, body: { total: 1, page: 1, limit: 20 } },
    },
    {
      id: 'filter',
      title: 'Filter and search',
      prose: [
        'Most fields can be filtered by. Choices take several values between commas, numbers and dates take `From` and `To`, texts take a part of them. `q` searches in what people would search in. The [reference](/docs/reference) lists the filters of each list.',
      ],
      command: `curl "$BERTH/api/v1/pets?species=dog,cat&weightTo=10&q=bram" \\
  -H "Authorization: Bearer $TOKEN"`,
      expect: { status: 200, body: { total: 1, items: [{ name: 'Bramble', species: 'dog' }] } },
    },
    {
      id: 'sort-and-page',
      title: 'Sort and page',
      prose: [
        '`sortBy` and `order` sort, `page` begins at 1, and `limit` is 20 unless you say otherwise, and 100 at most.',
      ],
      command: `curl "$BERTH/api/v1/pets?sortBy=name&order=desc&page=2&limit=1" \\
  -H "Authorization: Bearer $TOKEN"`,
      expect: { status: 200, body: { items: [], total: 1, page: 2, limit: 1 } },
    },
    {
      id: 'change',
      title: 'Change',
      prose: [
        '`PATCH` changes the fields it is given; `PUT` puts a whole record in the place of the old one. With the `updatedAt` you were answered, the call fails with `CONFLICT` when somebody else was faster, instead of writing over their work.',
      ],
      command: `curl -X PATCH "$BERTH/api/v1/pets/$PET" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "breed": "Border terrier" }'`,
      expect: { status: 200, body: { name: 'Bramble', breed: 'Border terrier' } },
    },
    {
      id: 'create-once',
      title: 'Create once, whatever the network does',
      prose: [
        'Every `POST` takes an `Idempotency-Key`. Sent again with the same body it answers what it answered the first time, and nothing is done twice. Try it: the second call answers the same `id`. The same key with another body is refused with `IDEMPOTENCY_MISMATCH`. A key is kept for a day, and belongs to your workspace.',
      ],
      command: `curl "$BERTH/api/v1/pets" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: import-row-17" \\
  -d '{
    "name": "Pip",
    "ownerId": "'"$OWNER"'",
    "species": "rabbit"
  }'`,
      expect: { status: 201, body: { name: 'Pip' } },
      keep: { SECOND_PET: 'id' },
    },
    {
      id: 'delete',
      title: 'Delete',
      prose: [
        'What others still refer to is not deleted: the owner of a pet answers 409 `STILL_REFERENCED`.',
      ],
      command: `curl -X DELETE "$BERTH/api/v1/pets/$SECOND_PET" \\
  -H "Authorization: Bearer $TOKEN"`,
      expect: { status: 200 },
    },
  ],
}
