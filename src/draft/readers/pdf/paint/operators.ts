import { OPS } from 'unpdf/pdfjs';
import type { Painter } from './painter.ts';

// biome-ignore lint/suspicious/noExplicitAny: pdf.js gives the arguments of operators without types
type Arguments = any;

/** Lets a painter follow the operators of a page. */
export function paint(painter: Painter, operators: readonly number[], args: readonly Arguments[]): void {
  for (const [index, operator] of operators.entries()) handlers.get(operator)?.(painter, args[index] ?? []);
}

const handlers: ReadonlyMap<number, (painter: Painter, args: Arguments) => void> = new Map([
  [OPS.save, (painter) => painter.save()],
  [OPS.restore, (painter) => painter.restore()],
  [OPS.transform, (painter, args) => painter.transform(args)],
  [OPS.paintFormXObjectBegin, (painter, args) => painter.beginForm(args[0], args[1])],
  [OPS.paintFormXObjectEnd, (painter) => painter.endForm()],
  [OPS.beginAnnotation, (painter, args) => painter.beginAnnotation(args[2], args[3])],
  [OPS.endAnnotation, (painter) => painter.endAnnotation()],
  [OPS.beginMarkedContent, (painter, args) => painter.beginMarked(args[0], undefined)],
  [OPS.beginMarkedContentProps, (painter, args) => painter.beginMarked(args[0], args[1])],
  [OPS.endMarkedContent, (painter) => painter.endMarked()],
  [OPS.setGState, (painter, args) => painter.setGraphics(args[0] ?? [])],
  [OPS.setLineWidth, (painter, args) => painter.set({ lineWidth: args[0] })],
  [OPS.setFillRGBColor, (painter, args) => painter.set({ fill: String(args[0]) })],
  [OPS.setStrokeRGBColor, (painter, args) => painter.set({ stroke: String(args[0]) })],
  [OPS.setFillColorN, (painter) => painter.set({ fill: undefined })],
  [OPS.setStrokeColorN, (painter) => painter.set({ stroke: undefined })],
  [OPS.clip, (painter) => painter.clip()],
  [OPS.eoClip, (painter) => painter.clip()],
  [OPS.constructPath, (painter, args) => painter.paintPath(args[0], args[1]?.[0], args[2])],
  [OPS.beginText, (painter) => painter.beginText()],
  [OPS.setTextMatrix, (painter, args) => painter.setTextMatrix(args[0] ?? args)],
  [OPS.moveText, (painter, args) => painter.moveText(args[0], args[1])],
  [
    OPS.setLeadingMoveText,
    (painter, args) => {
      painter.set({ leading: -args[1] });
      painter.moveText(args[0], args[1]);
    },
  ],
  [OPS.nextLine, (painter) => painter.nextLine()],
  [OPS.setLeading, (painter, args) => painter.set({ leading: args[0] })],
  [OPS.setFont, (painter, args) => painter.set({ font: String(args[0]), fontSize: args[1] })],
  [OPS.setHScale, (painter, args) => painter.set({ horizontalScale: args[0] / 100 })],
  [OPS.setCharSpacing, (painter, args) => painter.set({ letterSpacing: args[0] })],
  [OPS.setWordSpacing, (painter, args) => painter.set({ wordSpacing: args[0] })],
  [OPS.setTextRise, (painter, args) => painter.set({ rise: args[0] })],
  [OPS.setTextRenderingMode, (painter, args) => painter.set({ renderingMode: args[0] })],
  [OPS.showText, (painter, args) => painter.show(args[0] ?? [])],
]);
