// Before anything is drawn: the theme that was chosen on another page. Not deferred, and in no module.
document.documentElement.dataset.theme = (() => {
  try {
    return localStorage.getItem('tsd-theme') || 'os';
  } catch {
    return 'os';
  }
})();
