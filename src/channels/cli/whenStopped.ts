/** Tells when the process is asked to stop, by Ctrl-C where the terminal makes a signal of it, or from outside. */
export function whenStopped(): AbortSignal {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopped.abort()
    })
  }
  return stopped.signal
}
