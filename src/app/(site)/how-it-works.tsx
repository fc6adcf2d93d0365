import styles from './landing.module.css'

const stages = [
  {
    title: 'Answer five short screens',
    text: 'Name, address on the web, your account, a few preferences. Most of it is filled in for you, and a reload loses nothing.',
  },
  {
    title: 'Watch it being built',
    text: 'Each step appears with its own time, from the database role to the test that nobody can reach across.',
  },
  {
    title: 'Walk straight in',
    text: 'You are signed in already, at your own address, and your first services are waiting for you.',
  },
]

/** The way from here to the first working day. */
export function HowItWorks() {
  return (
    <section id="how" className={styles.section} aria-labelledby="how-heading">
      <h2 id="how-heading" className={styles.heading}>
        From here to your first working day
      </h2>
      <ol className={styles.stages}>
        {stages.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
