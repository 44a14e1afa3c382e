/** Methods of the e-Factura API that act for one company. */
export const companyEndpoints = [
  'upload',
  'uploadb2c',
  'stareMesaj',
  'listaMesajeFactura',
  'listaMesajePaginatieFactura',
  'descarcare',
] as const;

/** Methods of the e-Factura API that process only the document in the request. */
export const documentEndpoints = ['validare', 'transformare', 'signature'] as const;
