/** Methods of the e-Factura API that work for one company. */
export const companyEndpoints = [
  'upload',
  'uploadb2c',
  'stareMesaj',
  'listaMesajeFactura',
  'listaMesajePaginatieFactura',
  'descarcare',
] as const;

/** Methods of the e-Factura API that work on the document that was sent. */
export const documentEndpoints = ['validare', 'transformare', 'signature'] as const;
