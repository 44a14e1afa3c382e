import type { AdminApi } from './admin-api.ts';

/** Downloads a file from the admin port. A plain link cannot be used, because it would not send the admin token. */
export async function download(api: AdminApi, path: string, fileName: string): Promise<void> {
  const response = await api.request('GET', path);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
