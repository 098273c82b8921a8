/**
 * What empties a window: plain letters and a visible cursor again, then the screen, then the lines scrolled away, then the cursor
 * at the top. The screen comes first, because some terminals scroll it away instead of clearing it.
 *
 * We do not use the alternate screen. It would leave no trace by itself, but in it nothing can be scrolled back, and whoever ends
 * the conversation in the ordinary way would lose the number that they came for.
 */
export const clearWindow = '\u001b[0m\u001b[?25h\u001b[2J\u001b[3J\u001b[H'
