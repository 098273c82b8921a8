import { compile } from 'sass'

/** The styles as one compressed sheet. Only govuk-frontend's own warnings are kept quiet. */
export function compileStyles(file: string): string {
  const { css } = compile(file, {
    style: 'compressed',
    loadPaths: ['node_modules'],
    quietDeps: true,
    silenceDeprecations: ['import']
  })
  return css
}
