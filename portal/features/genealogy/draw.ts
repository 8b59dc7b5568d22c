import cytoscape, { type Core, type ElementDefinition } from 'cytoscape'
import dagre, { type DagreLayoutOptions } from 'cytoscape-dagre'
import type { Drawing } from './genealogy-drawing.ts'
import { drawingStyle } from './drawing-style.ts'

cytoscape.use(dagre)

/** Below this, cards cannot be read; a larger drawing is shown in part, round its root. */
const LEGIBLE = 0.7

const layout: DagreLayoutOptions = { name: 'dagre', rankDir: 'LR', nodeSep: 14, rankSep: 44, ranker: 'longest-path', fit: false, animate: false }

/** Puts a drawing on a canvas in the element; raw material left, what was made of it to the right. */
export function draw(container: HTMLElement, drawing: Drawing, root: string, text: (id: string) => string): Core {
  const core = cytoscape({ container, elements: elements(drawing, root, text), style: drawingStyle(readToken), layout, minZoom: 0.08, maxZoom: 2.5, autoungrabify: true, boxSelectionEnabled: false })
  showWell(core)
  return core
}

/** All of it where it can be read so; otherwise the root in the middle, at a size that can. */
function showWell(core: Core): void {
  core.fit(undefined, 24)
  if (core.zoom() > 1) core.zoom(1)
  if (core.zoom() < LEGIBLE) core.zoom(LEGIBLE)
  core.center(core.zoom() === LEGIBLE ? core.$('.root') : undefined)
}

/** Takes the tokens again after the theme has changed. */
export function restyle(core: Core): void {
  core.style(drawingStyle(readToken))
}

/** Marks one node and its arrows, and brings it into view if it is not. */
export function choose(core: Core, id: string): void {
  core.elements().removeClass('chosen near')
  const node = core.getElementById(id)
  node.addClass('chosen').connectedEdges().addClass('near')
  if (node.nonempty() && !isInView(core, node.boundingBox())) core.center(node)
}

function isInView(core: Core, box: { x1: number, y1: number, x2: number, y2: number }): boolean {
  const view = core.extent()
  return box.x1 >= view.x1 && box.x2 <= view.x2 && box.y1 >= view.y1 && box.y2 <= view.y2
}

/** The whole drawing, not only what is in view, on the page's ground. */
export function picture(core: Core): Blob {
  const large = core.elements().boundingBox()
  const scale = Math.min(2, 8_000 / Math.max(large.w, large.h, 1))
  return core.png({ output: 'blob', full: true, scale, bg: readToken('--dt-surface') })
}

function elements({ nodes, edges }: Drawing, root: string, text: (id: string) => string): ElementDefinition[] {
  return [
    ...nodes.map(({ id, shape, members }) => ({
      data: { id, text: text(id) },
      classes: [shape, ...(members.length > 1 ? ['pile'] : []), ...(id === root ? ['root'] : [])],
    })),
    ...edges.map(({ id, source, target, removed }) => ({ data: { id, source, target }, classes: removed ? ['removed'] : [] })),
  ]
}

function readToken(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}
