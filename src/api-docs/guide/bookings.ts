import type { GuideSection } from './guide-step.ts'

/** A day of a groomer: what can be booked, when there is time, and that nobody is booked twice. */
export const bookings: GuideSection = {
  id: 'bookings',
  title: 'Bookings',
  steps: [
    {
      id: 'service',
      title: 'Say what can be booked',
      prose: ['Prices are whole cents, times are minutes. The buffers are kept free before and after.'],
      command: `curl "$BERTH/api/v1/services" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "Bath and brush",
    "durationMinutes": 45,
    "bufferAfterMinutes": 15,
    "priceCents": 3900
  }'`,
      expect: { status: 201, body: { name: 'Bath and brush', durationMinutes: 45 } },
      keep: { SERVICE: 'id' },
    },
    {
      id: 'staff',
      title: 'And who does it',
      prose: ['Working hours are those of the wall clock in the time zone of the workspace.'],
      command: `curl "$BERTH/api/v1/staff" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "name": "Robin",
    "role": "groomer",
    "availability": { "monday": [{ "from": "09:00", "to": "12:00" }] }
  }'`,
      expect: { status: 201, body: { name: 'Robin' } },
      keep: { STAFF: 'id' },
    },
    {
      id: 'slots',
      title: 'Ask for free times',
      prose: [
        'Within working hours, for those who can do it, buffers included, and right on the days the clocks change.',
      ],
      command: `curl "$BERTH/api/v1/appointment-slots?serviceId=$SERVICE&from=2030-05-06T00:00:00Z&to=2030-05-07T00:00:00Z&limit=3" \\
  -H "Authorization: Bearer $TOKEN"`,
      expect: { status: 200 },
    },
    {
      id: 'book',
      title: 'Book',
      prose: [
        'The end follows from the service. That nobody is booked twice is a constraint of the database: of two hundred who ask for one time at once, one gets it, and the others are answered `BOOKING_CONFLICT` with the next free times in `details.slots`.',
      ],
      command: `curl "$BERTH/api/v1/appointments" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{
    "petId": "'"$PET"'",
    "serviceId": "'"$SERVICE"'",
    "staffId": "'"$STAFF"'",
    "scheduledStart": "2030-05-06T09:00:00Z"
  }'`,
      expect: {
        status: 201,
        body: {
          status: 'scheduled',
          scheduledEnd: '2030-05-06T09:45:00.000Z',
          owner: { label: 'Isla Drummond' },
        },
      },
      keep: { APPOINTMENT: 'id' },
    },
    {
      id: 'check-in',
      title: 'Move it along',
      prose: [
        'A status moves along its own way only: what is under way was `scheduled` or `confirmed`, what is over stays over. Anything else is refused with `INVALID_TRANSITION`, which tells what would be allowed.',
      ],
      command: `curl -X PATCH "$BERTH/api/v1/appointments/$APPOINTMENT" \\
  -H "Authorization: Bearer $TOKEN" \\
  -H "Content-Type: application/json" \\
  -d '{ "status": "confirmed" }'`,
      expect: { status: 200, body: { status: 'confirmed' } },
    },
  ],
}
