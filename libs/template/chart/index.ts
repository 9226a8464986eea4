export { barsOf, mostBars } from './bars.js';
export { columnsOf } from './columns.js';
export type { ChartData, Drawing } from './drawing.js';
export { printLook, type ChartLook } from './look.js';
export { ChartPicture } from './picture.js';
