/** Ends the process without a word when whoever reads its output has gone, as in `| head -1`. */
export function endWithReader(output: NodeJS.WritableStream): void {
  output.on('error', ({ code }: NodeJS.ErrnoException) => {
    process.exit(code === 'EPIPE' ? 0 : 1)
  })
}
