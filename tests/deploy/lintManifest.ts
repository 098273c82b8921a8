import * as apps from 'kubernetes-models/apps/v1'
import * as autoscaling from 'kubernetes-models/autoscaling/v2'
import * as networking from 'kubernetes-models/networking.k8s.io/v1'
import * as policy from 'kubernetes-models/policy/v1'
import * as core from 'kubernetes-models/v1'

export interface Manifest {
  apiVersion: string
  kind: string
  metadata: { name: string }
  // The rest is as the schema of its kind says, which the lint looks at.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  spec: any
}

const models = {
  'apps/v1 Deployment': apps.Deployment,
  'v1 Service': core.Service,
  'policy/v1 PodDisruptionBudget': policy.PodDisruptionBudget,
  'autoscaling/v2 HorizontalPodAutoscaler': autoscaling.HorizontalPodAutoscaler,
  'networking.k8s.io/v1 NetworkPolicy': networking.NetworkPolicy,
  'networking.k8s.io/v1 Ingress': networking.Ingress
}

/** What is wrong with a manifest by the schema of Kubernetes: kinds that are not there, wrong values, and fields that it does not know. */
export function lintManifest({ apiVersion, kind, ...fields }: Manifest): string[] {
  const Model = Object.entries(models).find(([name]) => name === `${apiVersion} ${kind}`)?.[1]
  if (Model === undefined) return [`there is no ${apiVersion} ${kind}`]
  const unread = new Set(Object.keys(fields).filter((field) => field !== 'metadata' && field !== 'spec'))
  const model = Object.assign(new Model(), {
    metadata: watch(fields.metadata, 'metadata', unread),
    spec: watch(fields.spec, 'spec', unread)
  })
  const wrong = messageOf(() => {
    model.validate()
  })
  return [...wrong, ...[...unread].map((field) => `${field} is unknown`)]
}

/** The validators let unknown fields pass without a look, so a field that nobody looked at is one that the schema does not know. */
function watch(value: unknown, path: string, unread: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const below = Object.entries(value).map(([key, field]) => [key, watch(field, `${path}.${key}`, unread)] as const)
  for (const [key] of below) unread.add(`${path}.${key}`)
  return new Proxy(Array.isArray(value) ? below.map(([, field]) => field) : Object.fromEntries(below), {
    get: (target, key) => {
      unread.delete(`${path}.${String(key)}`)
      return Reflect.get(target, key) as unknown
    }
  })
}

function messageOf(check: () => void): string[] {
  try {
    check()
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
