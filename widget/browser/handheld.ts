/** Whether the page is on a phone or a tablet: its main pointer is a finger. A laptop with a touch screen is none. */
export function isHandheld(): boolean {
  return matchMedia('(hover: none) and (pointer: coarse)').matches;
}
