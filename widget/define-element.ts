import { SpvAuthorize } from './spv-authorize.ts';

/**
 * Registers the element, by default as `<spv-authorize>`. Does nothing without a registry (on a server) or when the name is
 * already registered; when another class has it, a warning in the console says so.
 */
export function define(
  tag = 'spv-authorize',
  registry: CustomElementRegistry | undefined = globalThis.customElements,
): void {
  const registered = registry?.get(tag);
  if (registered && registered !== SpvAuthorize)
    console.warn(`<${tag}> is already registered by another copy; that copy stays in use.`);
  if (!registry || registered) return;
  // A registry accepts each class under one name only, so another name needs a subclass.
  registry.define(tag, registry.getName(SpvAuthorize) === null ? SpvAuthorize : class extends SpvAuthorize {});
}
