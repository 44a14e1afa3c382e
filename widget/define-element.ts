import { SpvAuthorize } from './spv-authorize.ts';

/**
 * Registers the element, by default as `<spv-authorize>`. Does nothing where there is no registry (on a server) or when the
 * name is taken; a name taken by another copy of the element is said once in the console.
 */
export function define(
  tag = 'spv-authorize',
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): void {
  const registered = registry?.get(tag);
  if (registered && registered !== SpvAuthorize) console.warn(`<${tag}> is registered already; that copy stays.`);
  if (!registry || registered) return;
  // A class can have one name in a registry; another name gets a class of its own.
  registry.define(tag, registry.getName(SpvAuthorize) === null ? SpvAuthorize : class extends SpvAuthorize {});
}
