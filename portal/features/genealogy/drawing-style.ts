import type { StylesheetJson } from 'cytoscape'
import type { NodeShape } from './genealogy-graph.ts'

/** Card size in the drawing, pixels at zoom 1. */
export const CARD = { width: 172, height: 52 } as const

/** The silhouettes of GenealogyShape.vue, as x y pairs from -1 to 1; a serial is a pill, a shape cytoscape has. */
const OUTLINES: Record<Exclude<NodeShape, 'SERIAL' | 'FINISHED'>, string> = {
  RAW: '-0.9 -1 0.9 -1 1 0 0.9 1 -0.9 1 -1 0',
  COMPONENT: '-0.92 -1 0.92 -1 1 -0.65 1 0.65 0.92 1 -0.92 1 -1 0.65 -1 -0.65',
  PART: '-1 -1 0.86 -1 1 0 0.86 1 -1 1',
}

/** The drawing's style out of the tokens of the theme that is on; cytoscape draws on a canvas and cannot read CSS variables. */
export function drawingStyle(token: (name: string) => string): StylesheetJson {
  return [
    { selector: 'node', style: nodeStyle(token) },
    { selector: 'node.RAW', style: { shape: 'polygon', 'shape-polygon-points': OUTLINES.RAW, 'background-color': token('--dt-sunken') } },
    { selector: 'node.COMPONENT', style: { shape: 'polygon', 'shape-polygon-points': OUTLINES.COMPONENT } },
    { selector: 'node.FINISHED', style: { shape: 'rectangle', 'background-color': token('--dt-accent-soft'), 'border-color': token('--dt-accent') } },
    { selector: 'node.SERIAL', style: { shape: 'round-rectangle', 'corner-radius': '24px', 'border-color': token('--dt-accent') } },
    { selector: 'node.PART', style: { shape: 'polygon', 'shape-polygon-points': OUTLINES.PART } },
    { selector: 'node.pile', style: { 'border-style': 'double', 'border-width': 5 } },
    { selector: 'node.root', style: { 'border-width': 3, 'font-weight': 700 } },
    { selector: 'edge', style: edgeStyle(token) },
    { selector: 'edge.removed', style: { 'line-style': 'dashed', 'line-dash-pattern': [6, 5] } },
    { selector: 'edge.near', style: { 'line-color': token('--dt-accent'), 'target-arrow-color': token('--dt-accent'), width: 2.5 } },
    {
      selector: 'node.chosen',
      style: { 'background-color': token('--dt-selected'), 'outline-color': token('--dt-focus'), 'outline-width': 3, 'outline-offset': 3, 'border-color': token('--dt-accent') },
    },
  ]
}

function nodeStyle(token: (name: string) => string): Record<string, string | number> {
  return {
    width: CARD.width, height: CARD.height, label: 'data(text)', 'text-wrap': 'wrap', 'text-valign': 'center', 'text-halign': 'center', 'text-max-width': `${CARD.width - 12}px`,
    'font-family': token('--dt-font'), 'font-size': 13, 'line-height': 1.3, color: token('--dt-text'),
    'background-color': token('--dt-surface'), 'border-width': 1.5, 'border-color': token('--dt-control'), 'overlay-opacity': 0,
  }
}

function edgeStyle(token: (name: string) => string): Record<string, string | number> {
  return {
    width: 1.5, 'line-color': token('--dt-control'), 'curve-style': 'round-taxi', 'taxi-direction': 'horizontal', 'taxi-turn': '50%',
    'target-arrow-shape': 'triangle', 'target-arrow-color': token('--dt-control'), 'arrow-scale': 0.9, 'overlay-opacity': 0,
  }
}
