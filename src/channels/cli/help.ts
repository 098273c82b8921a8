/** What --help prints. */
export const help = `Signpost in a terminal: who to call when somebody is worried about a child. No server, no network.

  node dist/cli.js ask "..."   one answer
  node dist/cli.js chat        a conversation
  node dist/cli.js batch       JSON lines {"id","turns":[...],"at"?} in, {"id","replies":[...]} out
  node dist/cli.js mcp         the tools of the Model Context Protocol, over standard input and output

Options of ask and chat
  --plain     one line for each thing, for screen readers: no colour, no moving cursor, no drawn lines
  --json      ask: one line {"reply","state"}
              chat: each line of input is one utterance, nothing else (not JSON; numbers and /exit mean nothing
              special); each gets one line {"reply","state"}, the body of POST /api/chat. The state is carried
              from line to line; the end of the input ends it. No greeting, no prompt.
  -h, --help  this text

Keys of chat
  a number    picks a choice of the last answer; any other number is read as words
  Enter       reads on, where an answer is longer than the window
  Ctrl-X      leaves at once, and clears the window with what was scrolled away; so do Esc pressed three times,
              and /exit (the only way in --plain)
  Ctrl-C, D   end the conversation and leave it on the screen

chat writes what is typed nowhere and has no history. The words given to ask stay in the history of your shell.

Colour is used when the output is a terminal, unless NO_COLOR is set or TERM is dumb; FORCE_COLOR=1 turns it on
everywhere, FORCE_COLOR=0 off. SIGNPOST_AREA names a folder with another area's knowledge/ and intents/.

It ends with 0, with 1 when Signpost cannot start, and with 2 for a command line that it cannot read.
`
