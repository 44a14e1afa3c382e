/** A message of a buyer about an invoice that it received (standard RASP). `uploadId` is inserted without escaping. */
export function buyerMessage(uploadId: string, text = 'x'): string {
  return `<header xmlns="mfp:anaf:dgti:spv:reqMesaj:v1" index_incarcare="${uploadId}" message="${text}"/>`;
}
