'use client'

/** Said when not even the layout can be shown, so it brings its own few styles. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          maxWidth: '40rem',
          margin: '15vh auto',
          padding: '0 16px',
        }}
      >
        <title>Something went wrong · Berth</title>
        <main>
          <h1>Something went wrong on our side</h1>
          <p>Nothing you did is lost. Please load the page again in a moment.</p>
          {error.digest && <p>Request id {error.digest}</p>}
          <p>
            {/* The router may be what is broken, so this is a plain link. */}
            <a href="">Load the page again</a>
          </p>
        </main>
      </body>
    </html>
  )
}
