/** Empties everything that holds words: the conversation and the boxes to type in. */
export function forget(): void {
  document.getElementById('conversation')?.replaceChildren()
  for (const id of ['told', 'alarm']) document.getElementById(id)?.replaceChildren()
  for (const box of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('textarea, input')) box.value = ''
}

/** What was left is not shown again by Back: the page is emptied as it is left, and made anew if the browser kept it. */
export function forgetOnReturn(): void {
  window.addEventListener('pagehide', forget)
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.replace(window.location.pathname)
  })
}
