import { lookup } from 'node:dns/promises'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { areaRoot } from '../../knowledge/areaRoot.js'
import { loadKnowledge } from '../../knowledge/loadKnowledge.js'
import { londonTime } from '../../knowledge/londonTime.js'
import type { Service } from '../../knowledge/records/service.js'
import { reportFaults } from '../reportFaults.js'
import { agent, createVisit, type VisitOptions } from './createVisit.js'
import { exitCode } from './exitCode.js'
import type { Findings } from './Finding.js'
import { isPublicAddress } from './isPublicAddress.js'
import { readOptions, usage, WrongCall, type VerifyOptions } from './options.js'
import { countsLine, reportText } from './reportText.js'
import { verifyServices } from './verifyServices.js'

/** Of each page at most 5 MB; a few sites at a time. */
const limits = { mostBytes: 5_000_000, hostsAtOnce: 4 }

/** `npm run knowledge:verify`: asks the pages of the services whether they still print each number and email. Changes no record. */
async function main(args: readonly string[], all: ReadonlyMap<string, Service>): Promise<void> {
  const options = readOptions(args)
  const services = chosen(all, options.services)
  if (options.report !== undefined) mustBeWritable(options.report)
  process.stderr.write(
    `Asking the pages of the services (${String(services.size)}), one at a time on each site. This may take some minutes.\n`
  )
  const findings = await verifyServices(services, createVisit(visitOptions(options)), today())
  print(findings, options)
  process.exitCode = exitCode(findings)
}

const visitOptions = ({ contact, timeout, pause, 'allow-private': allowPrivate }: VerifyOptions): VisitOptions => ({
  ...limits,
  userAgent: contact === undefined ? agent : `${agent} (+${contact})`,
  timeout,
  pause,
  mayReach: allowPrivate ? () => true : isPublicAddress,
  findAddresses: (name) => lookup(name, { all: true })
})

function chosen(services: ReadonlyMap<string, Service>, ids: readonly string[]): ReadonlyMap<string, Service> {
  const unknown = ids.filter((id) => !services.has(id))
  if (unknown.length > 0) throw new WrongCall(`There is no such service in knowledge/services: ${unknown.join(', ')}`)
  return ids.length === 0 ? services : new Map([...services].filter(([id]) => ids.includes(id)))
}

/** Found out before the pages are asked, not minutes later. */
function mustBeWritable(file: string): void {
  try {
    closeSync(openSync(file, 'a'))
  } catch (error) {
    throw new WrongCall(`--report: ${(error as Error).message}`)
  }
}

function print(findings: Findings, { json, report }: VerifyOptions): void {
  const text = json ? JSON.stringify(findings, undefined, 2) : reportText(findings)
  if (report !== undefined) writeFileSync(report, `${text}\n`)
  process.stdout.write(`${report === undefined ? text : countsLine(findings)}\n`)
}

const today = (): string => new Date(londonTime(new Date()).day * 86_400_000).toISOString().slice(0, 10)

function explain(error: unknown): void {
  if (!(error instanceof WrongCall)) throw error
  process.stderr.write(`${error.message}\n\n${usage}\n`)
  process.exitCode = 2
}

reportFaults(() => {
  void main(process.argv.slice(2), loadKnowledge(areaRoot()).services).catch(explain)
})
