import { forgetOnReturn } from './forget.js'
import { startChat } from './chat.js'
import { startExit } from './exit.js'
import { startHost } from './host.js'
import { startTools } from './tools.js'

document.body.classList.add('govuk-frontend-supported')
forgetOnReturn()
startExit()
startChat()
startTools()
startHost()
