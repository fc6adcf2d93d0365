/** What a brand that ships things might have written down. */
export const demoDocuments: readonly { title: string; source?: string; body: string; language?: 'german' }[] =
  [
    {
      title: 'Returns and refunds',
      source: 'Terms of sale, section 4',
      body: `Customers may return anything unused within 30 days of delivery. The parcel is free when it is sent with the label from their account.

A refund goes to the card or account the order was paid with. It is made within three working days of the parcel reaching our warehouse, and banks take up to five days more.

Sale items are returned like any other. Vouchers and opened food are not taken back.`,
    },
    {
      title: 'Damaged on arrival',
      body: `Say sorry first. Ask for a photograph of the damage and of the parcel, and the order number.

We send a replacement the same day without waiting for the damaged item. If the item is sold out, offer a refund or a voucher with ten per cent on top.

More than three damaged parcels from one carrier in a week: tell the warehouse lead.`,
    },
    {
      title: 'Delivery times and carriers',
      source: 'https://intranet.example/shipping',
      body: `Orders before 14:00 leave the same working day. Domestic parcels take one to two days, the rest of Europe three to five, everywhere else seven to twelve.

Tracking begins when the carrier scans the parcel, usually in the evening. No scan after 48 hours means that the parcel never left: open a case with the carrier and send a new one.

Islands and mountain villages take two days longer.`,
    },
    {
      title: 'Lost parcels',
      body: `A parcel counts as lost when its tracking has not moved for seven days within the country, or fourteen days abroad.

Do not ask the customer to search for it. Send a replacement, then claim the value from the carrier.`,
    },
    {
      title: 'Changing or cancelling an order',
      body: `Until the parcel is packed, customers can change the address or cancel in their account. After that only the warehouse can stop it: call them, do not write.

A cancelled order is refunded in full within one day.`,
    },
    {
      title: 'Subscriptions: pause, skip, end',
      body: `Every subscription can be paused for up to six months, skipped for one delivery, or ended at any time. There is no notice period.

Changes count for the next delivery when they are made two days before it. Never argue with somebody who wants to end; ask once what we could have done better.`,
    },
    {
      title: 'Vouchers and gift cards',
      body: `Gift cards are valid for three years and can be used in parts. Vouchers from a campaign are valid as printed, once per customer, and not together with others.

A code that does not work: check for the letter O in place of a zero, then the end date, then whether it was used.`,
    },
    {
      title: 'Payment problems',
      body: `Most failed payments are refused by the bank. Ask the customer to confirm the payment in their banking app, and to try once more.

We never ask for card numbers, in no channel. If a customer sends one, delete the message.`,
    },
    {
      title: 'Allergens and ingredients',
      body: `The list on the product page is the only one that counts. If the packaging says something else, tell the customer not to use the product and report the batch at once.

We cannot promise that anything is free of traces of nuts.`,
    },
    {
      title: 'Tone of voice',
      body: `Short sentences. First name. No exclamation marks after an apology.

Say what happens next and when. Never blame the customer, the carrier or a colleague.`,
    },
    {
      title: 'When to hand over to a colleague',
      body: `Hand over when somebody is hurt, threatens legal action, is from the press, or has written three times about the same thing.

Write down what was promised. The customer should never have to repeat the story.`,
    },
    {
      title: 'Privacy requests',
      body: `Whoever asks for their data or its deletion gets an answer within a week. Pass the request on to privacy@ the same day, and confirm that you did.`,
    },
    {
      title: 'Rückgabe und Erstattung',
      language: 'german',
      body: `Unbenutzte Artikel nehmen wir 30 Tage lang zurück. Die Rücksendung ist kostenlos, wenn das Etikett aus dem Kundenkonto benutzt wird.

Das Geld kommt innerhalb von drei Werktagen auf demselben Weg zurück, auf dem bezahlt wurde.`,
    },
    {
      title: 'Versandkosten',
      language: 'german',
      body: `Innerhalb Deutschlands versenden wir ab 40 Euro ohne Kosten. Darunter kostet der Versand 4,90 Euro, auf Inseln 2 Euro mehr.`,
    },
  ]

/** Texts that are not for customers yet. */
export const demoDrafts: readonly { title: string; body: string }[] = [
  {
    title: 'Winter campaign: what customers will ask',
    body: `Opening offers, delivery before the holidays, gift wrapping. Numbers are still missing.`,
  },
  { title: 'Repairs', body: `Idea: repair instead of replace. Costs and partners are being looked for.` },
]

/** A text that was replaced by another one. */
export const demoArchive: readonly { title: string; body: string }[] = [
  {
    title: 'Returns (until last year)',
    body: `Customers could return anything unused within 14 days of delivery, at their own cost.`,
  },
]
