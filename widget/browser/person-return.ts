/**
 * Calls `handleReturn` each time the person comes back to this page: the window gets focus, the tab becomes visible, or the
 * browser restores the page from its back/forward cache. One return can cause several calls. Ends when `signal` aborts.
 */
export function onPersonReturn(handleReturn: () => void, signal: AbortSignal): void {
  const handleVisible = () => {
    if (document.visibilityState === 'visible') handleReturn();
  };
  window.addEventListener('focus', handleVisible, { signal });
  document.addEventListener('visibilitychange', handleVisible, { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && handleVisible(), { signal });
}
